using Weft.Flows;

namespace Weft.Operators;

/// <summary>Where and Select in one, over a flow.</summary>
internal sealed class WhereSelectFlow<TSource, T>(Flow<TSource> source, Func<TSource, bool> predicate, Func<TSource, T> selector, FusedSites sites)
    : PassFlow<TSource, T>(source, 0)
{
    internal override int Step => sites.StepFrom(SourceStep);

    protected override Flow<T> Clone() => new WhereSelectFlow<TSource, T>(Source, predicate, selector, sites);

    internal override Flow<TResult> Select<TResult>(Func<T, TResult> next, int nextSite)
        => new WhereSelectFlow<TSource, TResult>(Source, predicate, selector.Then(next), sites.Then(nextSite));

    public override bool MoveNext()
    {
        if (Open() is not { } records) return false;
        while (records.MoveNext())
        {
            TSource record = records.Value;
            if (!predicate(record)) continue;
            Value = selector(record);
            Span = records.Span;
            return true;
        }
        Dispose();
        return false;
    }

    // The selector sees what is chosen, and nothing else.
    internal override Chosen<T> First(bool traced) => ElementAt(0, traced);

    internal override Chosen<T> ElementAt(int index, bool traced)
    {
        if (index < 0) return default;
        using Flow<TSource> records = Source.Start();
        while (records.MoveNext())
        {
            if (predicate(records.Value) && index-- == 0) return new(selector(records.Value), records.Span);
        }
        return default;
    }

    internal override Chosen<T> Last(bool traced)
    {
        using Flow<TSource> records = Source.Start();
        Chosen<TSource> last = default;
        while (records.MoveNext())
        {
            if (predicate(records.Value)) last = records.Choose();
        }
        return last.Found ? new(selector(last.Value), last.Span) : default;
    }

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans) => DrainInto(values, spans);

    protected internal override int DrainThrough<TResult, TStage, TSink, TCursor>(TStage stage, ref TSink sink, ColumnBuilder spans)
        => sites.StepFrom(Source.DrainThrough<TResult, Filter<TSource, TResult, Project<TSource, T, TResult, TStage>>, TSink, TCursor>(new(predicate, new(selector, stage)), ref sink, spans));
}

/// <summary>Where and Select in one, over an array or a list.</summary>
internal sealed class ItemsWhereSelect<TItems, TSource, T>(TItems items, Func<TSource, bool> predicate, Func<TSource, T> selector, int site, FusedSites sites)
    : ItemsFlow<TItems, TSource, T>(items)
    where TItems : struct, IItems<TSource>
{
    internal override int Step => sites.StepFrom(SourceStep);

    protected override Flow<T> Clone() => new ItemsWhereSelect<TItems, TSource, T>(Items, predicate, selector, site, sites);

    internal override Flow<TResult> Select<TResult>(Func<T, TResult> next, int nextSite)
        => new ItemsWhereSelect<TItems, TSource, TResult>(Items, predicate, selector.Then(next), site, sites.Then(nextSite));

    public override bool MoveNext()
    {
        if (State != Reading && !Open(site)) return false;
        if (Items.MoveNext(predicate, out TSource? item))
        {
            Value = selector(item);
            Span = Spans.At(Items.Index);
            return true;
        }
        Dispose();
        return false;
    }

    // What nobody asks the spans of need not enter.
    internal override int GetCount(bool onlyIfCheap)
    {
        Func<TSource, bool> isMatch = predicate;
        Func<TSource, T> imageOf = selector;
        if (onlyIfCheap) return -1;
        int count = 0;
        foreach (TSource item in Items.AsSpan())
        {
            if (!isMatch(item)) continue;
            imageOf(item);
            count++;
        }
        return count;
    }

    // The selector sees what is chosen, and nothing else.
    internal override Chosen<T> First(bool traced) => ElementAt(0, traced);

    internal override Chosen<T> ElementAt(int index, bool traced)
    {
        if (index < 0) return default;
        ReadOnlySpan<TSource> items = Items.AsSpan();
        for (int i = 0; i < items.Length; i++)
        {
            if (predicate(items[i]) && index-- == 0) return new(selector(items[i]), SpanAt(i, traced, site));
        }
        return default;
    }

    internal override Chosen<T> Last(bool traced)
    {
        ReadOnlySpan<TSource> items = Items.AsSpan();
        for (int i = items.Length - 1; i >= 0; i--)
        {
            if (predicate(items[i])) return new(selector(items[i]), SpanAt(i, traced, site));
        }
        return default;
    }

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
    {
        ValueBuffer<T>.ValueWriter writer = values.Open();
        int step = DrainItems<T, Arrive<T>, ValueBuffer<T>.ValueWriter, ValueBuffer<T>.ValueCursor>(default, throwsIfChanged: false, ref writer, spans);
        writer.Close();
        return step;
    }

    protected internal override int DrainThrough<TResult, TStage, TSink, TCursor>(TStage stage, ref TSink sink, ColumnBuilder spans)
        => DrainItems<TResult, TStage, TSink, TCursor>(stage, throwsIfChanged: true, ref sink, spans);

    private int DrainItems<TResult, TStage, TSink, TCursor>(TStage stage, bool throwsIfChanged, ref TSink sink, ColumnBuilder spans)
        where TStage : struct, IStage<T, TResult> where TSink : struct, ISink<TResult, TCursor>, allows ref struct where TCursor : struct, ICursor<TResult>, allows ref struct
        => sites.StepFrom(DrainItems<TResult, Filter<TSource, TResult, Project<TSource, T, TResult, TStage>>, TSink, TCursor>(new(predicate, new(selector, stage)), throwsIfChanged, site, ref sink, spans));
}
