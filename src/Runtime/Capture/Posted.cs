using Weft.Flows;
using Weft.Segments;

namespace Weft.Capture;

/// <summary>Something handed to the writer by reference, to be encoded in the background.</summary>
internal abstract record Posted
{
    private const long ObjectBytes = 64;

    /// <summary>Most spans of one column: what a block holds in the dearest encoding.</summary>
    internal const int MostSpans = 100_000_000;

    /// <summary>The number of spans that have to be encoded one by one, at most.</summary>
    internal abstract int EncodedSpans { get; }

    /// <summary>Memory that stays alive until the writer has taken it, in bytes; an estimate from above.</summary>
    internal abstract long Bytes { get; }

    /// <summary>Whether it counts as a column that is dropped, where it is.</summary>
    internal virtual bool IsLineage => true;

    /// <summary>Gives back what was lent, once the writer has taken it.</summary>
    internal virtual void Release()
    {
    }

    /// <summary>Spans of a column that are more than a range.</summary>
    protected static int SpansOf(SpanColumn column) => column is RangeColumn ? 0 : column.Count;

    /// <summary>Bytes of a column.</summary>
    protected static long BytesOf(SpanColumn column) => column is RangeColumn ? ObjectBytes : BytesOf(column.Count);

    /// <summary>Bytes of so many spans.</summary>
    protected static long BytesOf(int spans) => ObjectBytes + sizeof(ulong) * (long)spans;
}

/// <summary>An output: a collection that a user may ask about.</summary>
/// <param name="Name">The name given in code; null when the site row names it.</param>
/// <param name="Site">The site's number; 0 is none.</param>
/// <param name="Occurrence">0-based: how many outputs of the same site and name came before.</param>
/// <param name="Column">The records' spans.</param>
internal sealed record PostedOutput(string? Name, int Site, long Occurrence, SpanColumn Column) : Posted
{
    /// <summary>When it was made; null where no execution unit is known to have made it.</summary>
    internal OutputMoment? Moment { get; init; }

    internal override int EncodedSpans => SpansOf(Column);

    internal override long Bytes => BytesOf(Column);
}

/// <summary>Children that follow from spans of a column.</summary>
/// <param name="Kind"><see cref="RowKind.FanInColumn"/> or <see cref="RowKind.Coarse"/>.</param>
/// <param name="Step">The deriving step.</param>
/// <param name="FirstChild">The first child.</param>
/// <param name="ChildCount">The number of children, consecutive.</param>
/// <param name="Column">Holds the parents.</param>
/// <param name="Start">Index of the first parent in the column.</param>
/// <param name="Count">The number of parents.</param>
internal sealed record PostedParents(RowKind Kind, int Step, ulong FirstChild, int ChildCount, SpanColumn Column, int Start, int Count) : Posted
{
    internal override int EncodedSpans => Column is RangeColumn ? 0 : Count;

    internal override long Bytes => BytesOf(Column);
}

/// <summary>Consecutive spans that stand for others.</summary>
/// <param name="Step">The step by which the others came.</param>
/// <param name="First">The first alias.</param>
/// <param name="Spans">What the aliases stand for.</param>
internal sealed record PostedAlias(int Step, ulong First, Renumbering Spans) : Posted
{
    internal override int EncodedSpans => Spans.Count;

    internal override long Bytes => BytesOf(0) + Spans.Bytes;

    internal override void Release() => Spans.Release();
}

/// <summary>Records of a message that was received.</summary>
/// <param name="Range">Their spans, and what they follow from.</param>
internal sealed record PostedReceived(ReceivedRange Range) : Posted
{
    internal override int EncodedSpans => 0;

    internal override long Bytes => BytesOf(ReceivedRange.Words);
}
