using System.Diagnostics;
using System.Runtime.CompilerServices;
using Weft.Flows;

namespace Weft.Capture;

internal sealed unsafe partial class ThreadBuffer
{
    /// <summary>Fan-ins of more records than this are handed to the writer as a column.</summary>
    internal const int InlineFanIn = 1024;

    /// <summary>A child that follows from <paramref name="a"/> and <paramref name="b"/>; 0 is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one a record in Join and Zip: two stores of parents, two of state
    internal ulong DerivePair(int step, ulong a, ulong b)
    {
        ulong* at = (ulong*)_cursor;
        if (_header == Header(RowKind.Pair, step) && at < _limit && _nextSpan != _spanLimit)
        {
            at[0] = a;
            at[1] = b;
            ulong child = _nextSpan;
            _nextSpan = child + 1;
            Publish(at + 2);
            return child;
        }
        return DerivePairSlow(step, a, b);
    }

    /// <summary>Children that follow from <paramref name="outer"/> and, one each, from the spans innerFirst, innerFirst + 1, ...; returns the first of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one a group in SelectMany
    internal ulong DeriveFanOut(int step, ulong outer, ulong innerFirst, int count)
    {
        ulong* at = (ulong*)_cursor;
        if (_header == Header(RowKind.FanOut, step) && at < _limit && (uint)count <= _spanLimit - _nextSpan)
        {
            at[0] = outer;
            at[1] = innerFirst;
            at[2] = (uint)count;
            ulong child = _nextSpan;
            _nextSpan = child + (uint)count;
            Publish(at + 3);
            return child;
        }
        return DeriveFanOutSlow(step, outer, innerFirst, count);
    }

    /// <summary>As <see cref="DeriveFanOut"/> for an inner sequence that nobody traced: its records become roots at the step's site.</summary>
    internal ulong DeriveFanOutRoots(int step, ulong outer, int count)
    {
        EnsureSpans(2 * (ulong)(uint)count);
        ulong* row = Begin(Header(RowKind.FanOutRoots, step), 2);
        row[0] = outer;
        row[1] = (uint)count;
        ulong child = _nextSpan + (uint)count;
        _nextSpan = child + (uint)count;
        Publish(row + 2);
        return child;
    }

    /// <summary>A child that follows from one parent.</summary>
    internal ulong DeriveLink(int step, ulong parent)
    {
        EnsureSpans(1);
        ulong* row = Begin(Header(RowKind.Link, step), 1);
        row[0] = parent;
        ulong child = _nextSpan++;
        Publish(row + 1);
        return child;
    }

    /// <summary>A child that follows from three parents.</summary>
    internal ulong DeriveTriple(int step, ulong a, ulong b, ulong c)
    {
        EnsureSpans(1);
        ulong* row = Begin(Header(RowKind.FanIn, step), 7);
        row[0] = 3;
        row[1] = a;
        row[2] = 1;
        row[3] = b;
        row[4] = 1;
        row[5] = c;
        row[6] = 1;
        ulong child = _nextSpan++;
        Publish(row + 7);
        return child;
    }

    /// <summary>A child that follows from the spans first, first + 1, ... (count of them).</summary>
    internal ulong DeriveFanIn(int step, ulong first, long count)
    {
        EnsureSpans(1);
        ulong* row = Begin(Header(RowKind.FanInRun, step), 2);
        row[0] = first;
        row[1] = (ulong)count;
        ulong child = _nextSpan++;
        Publish(row + 2);
        return child;
    }

    /// <summary>The consecutive children firstChild, ..., reserved before they could be told: each follows from the members of one group, in their order.</summary>
    internal void DeriveReserved(ulong firstChild, Flows.Grouping.GroupSpans groups, int firstGroup, int count)
    {
        ulong next = _nextSpan;
        _nextSpan = firstChild;
        _header = 0;
        for (int group = firstGroup; group < firstGroup + count; group++)
        {
            ulong* row = Begin(Header(RowKind.FanInRun, groups.Step), 2);
            row[0] = groups.FirstOf(group);
            row[1] = (uint)groups.CountOf(group);
            _nextSpan++;
            Publish(row + 2);
        }
        _nextSpan = next;
        _header = 0;
    }

    /// <summary>The child <paramref name="child"/>, reserved before it could be told, follows from <paramref name="a"/> and <paramref name="b"/>.</summary>
    internal void DeriveReserved(ulong child, int step, ulong a, ulong b)
    {
        ulong next = _nextSpan;
        _nextSpan = child;
        _header = 0;
        ulong* row = Begin(Header(RowKind.Pair, step), 2);
        row[0] = a;
        row[1] = b;
        Publish(row + 2);
        _nextSpan = next;
        _header = 0;
    }

    /// <summary>A child that follows from <paramref name="outer"/> and from the inner spans innerFirst, innerFirst + 1, ... (count of them).</summary>
    internal ulong DeriveFanIn(int step, ulong outer, ulong innerFirst, long count)
    {
        EnsureSpans(1);
        ulong* row = Begin(Header(RowKind.OuterFanIn, step), 3);
        row[0] = outer;
        row[1] = innerFirst;
        row[2] = (ulong)count;
        ulong child = _nextSpan++;
        Publish(row + 3);
        return child;
    }

    /// <summary>A child that follows from every span of a column.</summary>
    internal ulong DeriveFanIn(int step, SpanColumn column) => DeriveFanIn(step, column, 0, column.Count);

    /// <summary>A child that follows from <paramref name="count"/> spans of a column from <paramref name="start"/> on.</summary>
    internal ulong DeriveFanIn(int step, SpanColumn column, int start, int count)
    {
        if (column.TryGetRange(start, count, out ulong first)) return DeriveFanIn(step, first, count);
        if (count > InlineFanIn)
        {
            ulong child = TakeSpans(1);
            _session.Post(new PostedParents(RowKind.FanInColumn, step, child, 1, column, start, count));
            return child;
        }
        return DeriveFanInRuns(step, column, start, count);
    }

    /// <summary>Children of which each may follow from any span of the column: the collection has changed since the column was made. Returns the first of them.</summary>
    internal ulong DeriveCoarse(int step, SpanColumn column, int childCount)
    {
        ulong first = TakeSpans((uint)childCount);
        if (childCount > 0) _session.Post(new PostedParents(RowKind.Coarse, step, first, childCount, column, 0, column.Count));
        return first;
    }

    /// <summary>Consecutive spans that stand for <paramref name="spans"/>, which belongs to the recorder from now on; returns the first.</summary>
    internal ulong Alias(int step, Renumbering spans)
    {
        ulong first = TakeSpans((uint)spans.Count);
        if (spans.Count > 0) _session.Post(new PostedAlias(step, first, spans));
        return first;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong DerivePairSlow(int step, ulong a, ulong b)
    {
        EnsureSpans(1);
        ulong* row = Begin(Header(RowKind.Pair, step), 2);
        row[0] = a;
        row[1] = b;
        ulong child = _nextSpan++;
        Publish(row + 2);
        return child;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong DeriveFanOutSlow(int step, ulong outer, ulong innerFirst, int count)
    {
        EnsureSpans((uint)count);
        ulong* row = Begin(Header(RowKind.FanOut, step), 3);
        row[0] = outer;
        row[1] = innerFirst;
        row[2] = (uint)count;
        ulong child = _nextSpan;
        _nextSpan = child + (uint)count;
        Publish(row + 3);
        return child;
    }

    private ulong DeriveFanInRuns(int step, SpanColumn column, int start, int count)
    {
        Debug.Assert(count is > 0 and <= InlineFanIn);
        Span<ulong> spans = stackalloc ulong[InlineFanIn];
        spans = spans[..count];
        column.CopyTo(start, spans);

        EnsureSpans(1);
        ulong* row = Begin(Header(RowKind.FanIn, step), 1 + 2 * count); // room for the worst case; what is not used stays free
        ulong* run = row + 1;
        ulong next = 0; // the span that would continue the last run
        foreach (ulong span in spans)
        {
            if (span == 0) continue;
            if (span == next)
            {
                run[-1]++;
            }
            else
            {
                run[0] = span;
                run[1] = 1;
                run += 2;
            }
            next = span + 1;
        }
        row[0] = (ulong)(run - row) / 2;
        ulong child = _nextSpan++;
        Publish(run);
        return child;
    }
}
