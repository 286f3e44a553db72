using System.ComponentModel;
using System.Runtime.CompilerServices;
using Weft.Flows;
using Weft.Flows.Loops;

namespace Weft;

/// <summary>
/// What one loop reads: whether its records carry spans, found out at the first record that is asked for. Part of the contract with woven code, which
/// keeps it in a local beside the enumerator and sets that to null with each new enumerator.
/// </summary>
// Design: a table search a record would cost many times what a loop does. A local that is lost (when an async method goes on behind an await) is
// null again, and costs one more search. It refers to a column at most, never to a collection.
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoopSource
{
    /// <summary>Of every loop whose records carry no spans.</summary>
    internal static readonly LoopSource Untraced = new(null, 0);

    private readonly SpanColumn? _column; // of a list; null of a flow, whose enumerator has the span
    private readonly int _step;

    private LoopSource(SpanColumn? column, int step)
    {
        _column = column;
        _step = step;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // keeps loops over untraced sequences short
    internal static LoopRecord Current<T>(IEnumerator<T> records, ref LoopSource? source, int site)
    {
        switch (records)
        {
            case Flow flow:
                source ??= new LoopSource(null, flow.Step);
                return new LoopRecord(flow.Span, source._step);
            case List<T>.Enumerator list:
                return Current(list, ref source, site);
            default:
                source = Untraced;
                return default;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static LoopRecord Current<T>(List<T>.Enumerator records, ref LoopSource? source, int site)
    {
        source ??= Of(ListEnumerator<T>.List(ref records), site);
        if (source._column is not { } column) return default;
        int index = ListEnumerator<T>.Index(ref records);
        return new LoopRecord((uint)index < (uint)column.Count ? column[index] : Origin.Newcomer(site), column.Step);
    }

    private static LoopSource Of<T>(List<T>? list, int site)
        => list is not null && Origin.SettledColumn(list, site) is { } column ? new LoopSource(column, column.Step) : Untraced;
}
