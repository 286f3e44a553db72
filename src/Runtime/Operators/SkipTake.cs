using Weft.Capture;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>Skip and Take over a flow without an index.</summary>
/// <param name="source">The records.</param>
/// <param name="first">The number of records that are skipped.</param>
/// <param name="last">Index, in the source, of the last record; <see cref="NoLimit"/> if there is none.</param>
/// <param name="sites">The operators that the flow stands for.</param>
internal sealed class SkipTakeFlow<T>(Flow<T> source, int first, int last, FusedSites sites) : PassFlow<T, T>(source, 0)
{
    /// <summary>In place of the index of the last record, when all are taken.</summary>
    internal const int NoLimit = -1;

    private int _left;         // records that may still come, where there is a limit
    private bool _hasSkipped;  // behind the records that are skipped; when the source throws among them, skipping begins again, as LINQ's does

    internal override int Step => sites.StepFrom(SourceStep);

    private bool HasLimit => last != NoLimit;

    private int Limit => last + 1 - first;

    protected override Flow<T> Clone() => new SkipTakeFlow<T>(Source, first, last, sites);

    public override bool MoveNext()
    {
        if (Open() is not { } records) return false;
        if (!_hasSkipped)
        {
            _left = HasLimit ? Limit : 0;
            if (!Skipped(records, first)) return End();
            _hasSkipped = true;
        }
        if (HasLimit && _left == 0) return End();
        if (!records.MoveNext()) return End();
        _left--;
        Value = records.Value;
        Span = records.Span;
        return true;
    }

    internal override int GetCount(bool onlyIfCheap)
    {
        if (onlyIfCheap) return -1;
        if (!HasLimit) return Math.Max(Source.GetCount(onlyIfCheap: false) - first, 0);
        using Flow<T> records = Source.Start();
        int count = 0;
        while (count <= last && records.Advance()) count++;
        return Math.Max(count - first, 0);
    }

    internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        if (HasLimit) return CountPart(spans, out step);
        ColumnBuilder all = ColumnBuilder.Rent();
        int count = Math.Max(Source.CountTraced(all, cheaply: false, out int sourceStep) - first, 0);
        step = sites.StepFrom(sourceStep);
        SpanColumn column = all.Finish(step);
        if (Source.CountsInOrder || count == column.Count)
        {
            if (count > 0) spans.AddColumn(column, first, count);
            return count;
        }
        spans.AddRange(ThreadBuffer.Current.DeriveCoarse(step, column, count), count);
        step = 0;
        return count;
    }

    internal override Flow<T>? Skip(int count, int site)
    {
        int start = first + count;
        if (!HasLimit) return start < 0 ? base.Skip(count, site) : new SkipTakeFlow<T>(Source, start, last, sites.Then(site));
        return (uint)start > (uint)last ? null : new SkipTakeFlow<T>(Source, start, last, sites.Then(site));
    }

    internal override Flow<T>? Take(int count, int site)
    {
        int end = first + count - 1;
        if (!HasLimit) return end < 0 ? base.Take(count, site) : new SkipTakeFlow<T>(Source, first, end, sites.Then(site));
        return (uint)end >= (uint)last ? this : new SkipTakeFlow<T>(Source, first, end, sites.Then(site));
    }

    internal override Chosen<T> ElementAt(int index, bool traced)
    {
        if (index < 0 || (HasLimit && index >= Limit)) return default;
        return first + index is var at && (at >= 0 || Source.IsIterator) ? Source.ElementAt(at, traced) : base.ElementAt(index, traced);
    }

    internal override Chosen<T> First(bool traced) => Source.IsIterator ? Source.ElementAt(first, traced) : base.First(traced);

    internal override Chosen<T> Last(bool traced)
    {
        int count = Source.IsIterator ? Source.GetCount(onlyIfCheap: true) : -1;
        if (count > first) return (uint)count > (uint)last ? Source.ElementAt(last, traced) : Source.Last(traced);
        return base.Last(traced);
    }

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
    {
        using Flow<T> records = Source.Start();
        if (Skipped(records, first))
        {
            for (int left = HasLimit ? Limit : int.MaxValue; left != 0 && records.MoveNext();)
            {
                values.Add(records.Value);
                spans.Add(records.Span);
                if (HasLimit) left--;
            }
        }
        return sites.StepFrom(records.Step);
    }

    private int CountPart(ColumnBuilder spans, out int step)
    {
        using Flow<T> records = Source.Start();
        int count = 0;
        for (; count <= last && records.Advance(); count++)
        {
            if (count >= first) spans.Add(records.Span);
        }
        step = sites.StepFrom(records.Step);
        return Math.Max(count - first, 0);
    }

    private static bool Skipped(Flow<T> records, int count)
    {
        for (; count > 0; count--)
        {
            if (!records.Advance()) return false;
        }
        return true;
    }

    private bool End()
    {
        Dispose();
        return false;
    }
}
