using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Reading;

/// <summary>Things of a member that are kept in the order of the source, so that what is in front of a place is found by halving.</summary>
internal static class SourceOrder
{
    /// <summary>Puts operations into it that come as they run, which is nearly always the same.</summary>
    internal static void Sort<T>(List<T> operations)
        where T : IOperation
    {
        for (int i = 1; i < operations.Count; i++)
        {
            if (operations[i].Syntax.SpanStart >= operations[i - 1].Syntax.SpanStart) continue;
            operations.Sort(static (left, right) => left.Syntax.SpanStart.CompareTo(right.Syntax.SpanStart));
            return;
        }
    }

    /// <summary>How many begin in front of a position.</summary>
    /// <param name="items">In the order of the source.</param>
    /// <param name="syntaxOf">Where one stands.</param>
    /// <param name="position">The position.</param>
    internal static int CountBefore<T>(List<T> items, Func<T, SyntaxNode> syntaxOf, int position)
    {
        int low = 0, high = items.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (syntaxOf(items[middle]).SpanStart < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
