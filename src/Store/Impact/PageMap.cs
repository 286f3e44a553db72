using System.Numerics;

namespace Weft.Store.Impact;

/// <summary>The reverse index of a recording: for each page of spans, the pages that hold spans which follow from one of its.</summary>
// Design: a recording is its own index from child to parent. For the way back one would have to sort all edges, which takes long and doubles the
// recording. Records that belong together have neighbouring spans, so that pages of a few thousand tell nearly as much: a walk looks only at pages
// that can hold a descendant. At most 2^14 pages, so that the map of any recording, a bit for each pair of pages, stays below 32 MiB.
internal sealed class PageMap
{
    internal const int LeastShift = 12;
    private const ulong MostSpans = 1ul << 40;
    private const int MostPages = 1 << 14;

    private readonly ulong[]?[] _children; // by page: a bit for each page with children of it; null for none

    internal PageMap(ulong spanEnd) : this(ShiftFor(spanEnd), spanEnd)
    {
    }

    internal PageMap(int shift, ulong spanEnd)
    {
        if (spanEnd > MostSpans || shift is < LeastShift or > 62 || spanEnd >> shift >= MostPages) throw new InvalidDataException($"expected spans below {MostSpans}, found definitions up to {spanEnd}: the recording or its index is damaged");
        Shift = shift;
        SpanEnd = spanEnd;
        _children = new ulong[]?[(int)((spanEnd + PageSpans - 1) >> shift)];
    }

    /// <summary>Spans of a page, as a power of two.</summary>
    internal int Shift { get; }

    /// <summary>Spans of a page.</summary>
    internal ulong PageSpans => 1ul << Shift;

    /// <summary>The end of the spans that are mapped.</summary>
    internal ulong SpanEnd { get; }

    /// <summary>The number of pages.</summary>
    internal int PageCount => _children.Length;

    /// <summary>The page of a span.</summary>
    internal int PageOf(ulong span) => (int)(span >> Shift);

    /// <summary>Notes that each of the children may follow from each of the parents. Parents that are not mapped have no definition, and are left out.</summary>
    internal void Add(ulong firstParent, ulong parentCount, ulong firstChild, ulong childCount)
    {
        ulong parentEnd = Math.Min(firstParent + parentCount, SpanEnd);
        if (firstParent >= parentEnd || childCount == 0) return;
        for (int parent = PageOf(firstParent), last = PageOf(parentEnd - 1); parent <= last; parent++)
            for (int child = PageOf(firstChild), lastChild = PageOf(firstChild + childCount - 1); child <= lastChild; child++) Add(parent, child);
    }

    /// <summary>Notes that a page holds children of another.</summary>
    internal void Add(int parent, int child) => (_children[parent] ??= new ulong[(PageCount + 63) / 64])[child / 64] |= 1ul << (child % 64);

    /// <summary>The pages that hold children of a page, ascending.</summary>
    internal IEnumerable<int> ChildrenOf(int page)
    {
        if (_children[page] is not { } words) yield break;
        for (int i = 0; i < words.Length; i++)
            for (ulong bits = words[i]; bits != 0; bits &= bits - 1) yield return i * 64 + BitOperations.TrailingZeroCount(bits);
    }

    private static int ShiftFor(ulong spanEnd)
    {
        int shift = LeastShift;
        while ((spanEnd >> shift) >= MostPages) shift++;
        return shift;
    }
}
