using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Lineage;

/// <summary>Where one flow is read, in the order of the source: whether two readings of it both run.</summary>
// Design: every operation around a reading is looked at once. It keeps the parts out of which code that has read may go on to its end; where such a part is met from another one, both run, but in two branches
// of which one is taken. Above an operation that an earlier reading went through, everything has been compared with it.
internal sealed class Readings
{
    private readonly Dictionary<IOperation, HashSet<IOperation>> _parts = [];
    private readonly HashSet<IOperation> _compared = [];

    /// <summary>Adds the next one; gives whether one that was added before runs as well.</summary>
    internal bool Add(IOperation reading)
    {
        if (IsSecond(reading)) return true;
        IOperation below = reading;
        for (IOperation? outer = reading.Parent; outer is not null; below = outer, outer = outer.Parent)
        {
            if (!_parts.TryGetValue(outer, out HashSet<IOperation>? parts)) _parts.Add(outer, parts = []);
            if (!parts.Add(below) || IsLeft(outer)) break;
        }
        return false;
    }

    private bool IsSecond(IOperation reading)
    {
        IOperation below = reading;
        for (IOperation? outer = reading.Parent; outer is not null; below = outer, outer = outer.Parent)
        {
            if (_parts.TryGetValue(outer, out HashSet<IOperation>? parts) && MayBothRun(outer, parts, below)) return true;
            if (!_compared.Add(outer)) return false;
        }
        return false;
    }

    private static bool MayBothRun(IOperation around, HashSet<IOperation> parts, IOperation part) => around switch
    {
        ISwitchOperation or ISwitchExpressionOperation => false,
        IConditionalOperation conditional => parts.Any(other => other != part && (other == conditional.Condition || part == conditional.Condition)),
        _ => parts.Count > 1 || !parts.Contains(part),
    };

    // Behind it nothing of the code around runs.
    private static bool IsLeft(IOperation operation)
        => operation is IReturnOperation || (operation is IBlockOperation block && block.Operations.LastOrDefault() is IReturnOperation or IBranchOperation or IThrowOperation);
}
