namespace Weft.Segments;

/// <summary>Where the definitions of consecutive spans stand.</summary>
/// <param name="Head">What the definitions are; for an alias or parents block, its one row.</param>
/// <param name="File">The segment.</param>
/// <param name="Offset">Offset in the file of the section's columns, or of the block's payload.</param>
/// <param name="Length">Bytes there.</param>
internal sealed record Definitions(SectionHead Head, SegmentFile File, long Offset, int Length);

/// <summary>Finds the definitions that may hold a span.</summary>
// Design: children are sequential, so a few thousand rows share one entry and the entries fit in memory. Entries of one thread interleave when
// operators alternate, so intervals may overlap: entries are sorted by first span, and beside each stands the greatest end so far, which says
// how far back a search has to look.
internal sealed class SpanIndex
{
    private readonly List<Definitions> _entries = [];
    private ulong[] _greatestEnds = [];
    private bool _isSorted = true;

    internal int Count => _entries.Count;

    /// <summary>The greatest end of an entry; 0 without entries.</summary>
    internal ulong End
    {
        get
        {
            Sort();
            return _greatestEnds.Length == 0 ? 0 : _greatestEnds[^1];
        }
    }

    internal void Add(Definitions entry)
    {
        _entries.Add(entry);
        _isSorted = false;
    }

    /// <summary>The entries whose interval touches the spans from <paramref name="first"/> to before <paramref name="end"/>, latest first.</summary>
    internal IEnumerable<Definitions> Find(ulong first, ulong end)
    {
        Sort();
        for (int at = LastStart(end - 1); at >= 0 && _greatestEnds[at] > first; at--)
            if (_entries[at].Head.End > first) yield return _entries[at];
    }

    /// <summary>All entries by first span.</summary>
    internal IReadOnlyList<Definitions> All()
    {
        Sort();
        return _entries;
    }

    // The last entry that starts at the span or before.
    private int LastStart(ulong span)
    {
        int low = 0, high = _entries.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_entries[middle].Head.First <= span) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private void Sort()
    {
        if (_isSorted) return;
        _entries.Sort(static (left, right) => left.Head.First.CompareTo(right.Head.First));
        _greatestEnds = new ulong[_entries.Count];
        ulong greatest = 0;
        for (int i = 0; i < _greatestEnds.Length; i++) _greatestEnds[i] = greatest = Math.Max(greatest, _entries[i].Head.End);
        _isSorted = true;
    }
}
