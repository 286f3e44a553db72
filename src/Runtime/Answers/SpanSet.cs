using System.Numerics;

namespace Weft.Answers;

/// <summary>A set of spans: a bitmap in pages, because the spans of an answer are dense where they are at all.</summary>
internal sealed class SpanSet
{
    private const int PageShift = 16;
    private const int PageWords = 1 << (PageShift - 6);

    private readonly Dictionary<ulong, ulong[]> _pages = [];
    private ulong[]? _spare;    // an empty page that was taken out

    /// <summary>The number of spans in the set.</summary>
    internal ulong Count { get; private set; }

    internal bool Contains(ulong span) => _pages.TryGetValue(span >> PageShift, out ulong[]? page) && (page[WordOf(span)] & 1ul << (int)(span & 63)) != 0;

    /// <summary>Adds the spans first, first + 1, ... (count of them); those that were not in the set are appended to <paramref name="added"/> as runs.</summary>
    internal void Add(ulong first, ulong count, List<(ulong First, ulong Count)>? added = null)
    {
        int own = added?.Count ?? 0;
        for (ulong end = first + count; first < end;)
        {
            ulong[] page = PageOf(first);
            ulong wordStart = first & ~63ul;
            ulong wordEnd = Math.Min(wordStart + 64, end);
            ref ulong word = ref page[WordOf(first)];
            ulong fresh = Mask(first, end) & ~word;
            word |= fresh;
            Count += (ulong)BitOperations.PopCount(fresh);
            if (added is not null) AppendRuns(wordStart, fresh, added, own);
            first = wordEnd;
        }
    }

    /// <summary>Whether any of the spans first, first + 1, ... (count of them) is in the set.</summary>
    internal bool Overlaps(ulong first, ulong count)
    {
        for (ulong end = first + count; first < end;)
        {
            ulong pageEnd = ((first >> PageShift) + 1) << PageShift;
            if (_pages.TryGetValue(first >> PageShift, out ulong[]? page))
            {
                for (ulong stop = Math.Min(pageEnd, end); first < stop; first = (first | 63) + 1)
                    if ((page[WordOf(first)] & Mask(first, stop)) != 0) return true;
            }
            first = pageEnd;
        }
        return false;
    }

    /// <summary>Appends those of the spans first, first + 1, ... (count of them) that are in the set, as runs.</summary>
    internal void Intersect(ulong first, ulong count, List<(ulong First, ulong Count)> runs)
    {
        int own = runs.Count;
        for (ulong end = first + count; first < end;)
        {
            ulong pageEnd = ((first >> PageShift) + 1) << PageShift;
            if (_pages.TryGetValue(first >> PageShift, out ulong[]? page))
            {
                for (ulong stop = Math.Min(pageEnd, end); first < stop; first = (first | 63) + 1)
                    AppendRuns(first & ~63ul, page[WordOf(first)] & Mask(first, stop), runs, own);
            }
            first = pageEnd;
        }
    }

    /// <summary>Takes the spans of the last page out of the set; their runs are appended to <paramref name="taken"/>. False when the set is empty.</summary>
    internal bool TakeLastPage(List<(ulong First, ulong Count)> taken)
    {
        if (_pages.Count == 0) return false;
        ulong key = _pages.Keys.Max();
        _pages.Remove(key, out ulong[]? page);
        int own = taken.Count;
        for (int i = page.AsSpan().IndexOfAnyExcept(0ul); i < page!.Length; i++)
        {
            if (page[i] == 0) continue;
            Count -= (ulong)BitOperations.PopCount(page[i]);
            AppendRuns((key << PageShift) + (ulong)i * 64, page[i], taken, own);
            page[i] = 0;
        }
        _spare = page;
        return true;
    }

    /// <summary>Runs of the spans that are in this set and not in another.</summary>
    internal List<(ulong First, ulong Count)> Except(SpanSet other)
    {
        var runs = new List<(ulong, ulong)>();
        foreach (ulong key in _pages.Keys.Order())
        {
            ulong[] page = _pages[key];
            other._pages.TryGetValue(key, out ulong[]? otherPage);
            for (int i = 0; i < page.Length; i++)
            {
                ulong rest = page[i] & ~(otherPage?[i] ?? 0);
                if (rest != 0) AppendRuns((key << PageShift) + (ulong)i * 64, rest, runs, 0);
            }
        }
        return runs;
    }

    private static void AppendRuns(ulong wordStart, ulong bits, List<(ulong First, ulong Count)> runs, int own)
    {
        while (bits != 0)
        {
            int start = BitOperations.TrailingZeroCount(bits);
            int length = BitOperations.TrailingZeroCount(~(bits >> start));
            ulong first = wordStart + (ulong)start;
            if (runs.Count > own && runs[^1] is var last && last.First + last.Count == first) runs[^1] = (last.First, last.Count + (ulong)length);
            else runs.Add((first, (ulong)length));
            if (start + length == 64) return;
            bits &= ulong.MaxValue << (start + length);
        }
    }

    // The bits of the spans from one to before another in the word of the first.
    private static ulong Mask(ulong first, ulong end)
    {
        ulong mask = ulong.MaxValue << (int)(first & 63);
        ulong length = end - (first & ~63ul);
        return length < 64 ? mask & ((1ul << (int)length) - 1) : mask;
    }

    private static int WordOf(ulong span) => (int)(span >> 6) & (PageWords - 1);

    private ulong[] PageOf(ulong span)
    {
        ulong key = span >> PageShift;
        if (_pages.TryGetValue(key, out ulong[]? page)) return page;
        page = _spare ?? new ulong[PageWords];
        _spare = null;
        _pages.Add(key, page);
        return page;
    }
}
