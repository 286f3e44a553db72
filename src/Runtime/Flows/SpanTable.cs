namespace Weft.Flows;

/// <summary>The spans of a materialised sequence, for access in any order.</summary>
internal readonly struct SpanTable
{
    private readonly ulong _first;      // span of index 0, when the spans are consecutive
    private readonly ulong[]? _spans;   // else

    internal SpanTable(SpanColumn column)
    {
        if (column is RangeColumn range)
        {
            _first = range.First;
            return;
        }
        _spans = GC.AllocateUninitializedArray<ulong>(column.Count);
        column.CopyTo(0, _spans);
    }

    /// <summary>The span of the record at <paramref name="index"/>.</summary>
    internal ulong this[int index] => _spans is null ? _first + (uint)index : _spans[index];
}
