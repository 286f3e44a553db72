using Weft.Capture;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>Where and Select in one, over a flow.</summary>
internal sealed class WhereSelectFlow<TSource, T>(Flow<TSource> source, Func<TSource, bool> predicate, Func<TSource, T> selector, int whereSite, int selectSite)
    : PassFlow<TSource, T>(source, selectSite)
{
    internal override int Step => Steps.Intern(Site, Steps.Intern(whereSite, SourceStep));

    protected override Flow<T> Clone() => new WhereSelectFlow<TSource, T>(Source, predicate, selector, whereSite, Site);

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

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
    {
        Func<TSource, bool> isMatch = predicate;
        Func<TSource, T> imageOf = selector;
        using Flow<TSource> records = Source.Start();
        while (records.MoveNext())
        {
            TSource record = records.Value;
            if (!isMatch(record)) continue;
            values.Add(imageOf(record));
            spans.Add(records.Span);
        }
        return Steps.Intern(Site, Steps.Intern(whereSite, records.Step));
    }
}

/// <summary>Where and Select in one, over an array or a list.</summary>
internal sealed class ItemsWhereSelect<TItems, TSource, T>(TItems items, Func<TSource, bool> predicate, Func<TSource, T> selector, int whereSite, int selectSite)
    : ItemsFlow<TItems, TSource, T>(items)
    where TItems : struct, IItems<TSource>
{
    internal override int Step => StepFrom(SourceStep);

    protected override Flow<T> Clone() => new ItemsWhereSelect<TItems, TSource, T>(Items, predicate, selector, whereSite, selectSite);

    public override bool MoveNext()
    {
        if (State != Reading && !Open(whereSite)) return false;
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
            if (predicate(items[i]) && index-- == 0) return new(selector(items[i]), SpanAt(i, traced, whereSite));
        }
        return default;
    }

    internal override Chosen<T> Last(bool traced)
    {
        ReadOnlySpan<TSource> items = Items.AsSpan();
        for (int i = items.Length - 1; i >= 0; i--)
        {
            if (predicate(items[i])) return new(selector(items[i]), SpanAt(i, traced, whereSite));
        }
        return default;
    }

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
    {
        Func<TSource, bool> isMatch = predicate;
        Func<TSource, T> imageOf = selector;
        ReadOnlySpan<TSource> items = Items.AsSpan();
        SpanReader reader = Origin.Open(Items.Collection, items.Length, typeof(TSource), whereSite);
        for (int i = 0; i < items.Length; i++)
        {
            TSource item = items[i];
            if (!isMatch(item)) continue;
            values.Add(imageOf(item));
            spans.Add(reader.At(i));
        }
        return StepFrom(reader.Step);
    }

    private int StepFrom(int step) => Steps.Intern(selectSite, Steps.Intern(whereSite, step));
}
