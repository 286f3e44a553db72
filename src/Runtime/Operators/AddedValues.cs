using Weft.Capture;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>A value that a call adds to a sequence; the last one added first.</summary>
/// <param name="Value">The value.</param>
/// <param name="Site">The call's site.</param>
/// <param name="Before">The value added before it, on the same end.</param>
internal sealed record AddedValue<T>(T Value, int Site, AddedValue<T>? Before)
{
    /// <summary>The number of values.</summary>
    internal int Count { get; } = 1 + (Before?.Count ?? 0);

    /// <summary>A fresh root of the call.</summary>
    internal ulong NewSpan() => Recorder.RootRange(Sources.Value(Site), 0, 1);

    /// <summary>The values in the order in which they were added.</summary>
    internal AddedValue<T>[] InOrder()
    {
        var values = new AddedValue<T>[Count];
        int i = Count;
        for (AddedValue<T>? value = this; value is not null; value = value.Before) values[--i] = value;
        return values;
    }
}

/// <summary>Append and Prepend, any number of them.</summary>
internal sealed class AddedValuesFlow<T>(Flow<T> source, AddedValue<T>? prepended, AddedValue<T>? appended, FusedSites sites) : PassFlow<T, T>(source, 0)
{
    private bool _hasBegun;             // with the prepended values
    private AddedValue<T>? _next;       // of the prepended values
    private AddedValue<T>[]? _behind;   // the appended values, once the source has ended
    private int _index;                 // of the next of them

    internal override int Step => sites.StepFrom(SourceStep);

    internal override bool CountsInOrder => Source.CountsInOrder;

    private int Added => (prepended?.Count ?? 0) + (appended?.Count ?? 0);

    internal static AddedValuesFlow<T> AppendTo(Flow<T> source, T value, int site) => new(source, null, new(value, site, null), new(site));

    internal static AddedValuesFlow<T> PrependTo(Flow<T> source, T value, int site) => new(source, new(value, site, null), null, new(site));

    internal AddedValuesFlow<T> Append(T value, int site) => new(Source, prepended, new(value, site, appended), sites.Then(site));

    internal AddedValuesFlow<T> Prepend(T value, int site) => new(Source, new(value, site, prepended), appended, sites.Then(site));

    protected override Flow<T> Clone() => new AddedValuesFlow<T>(Source, prepended, appended, sites);

    public override bool MoveNext()
    {
        if (State == Started)
        {
            if (!_hasBegun)
            {
                _hasBegun = true;
                _next = prepended;
            }
            if (_next is { } value)
            {
                _next = value.Before;
                return Give(value);
            }
        }
        if (Open() is { } records)
        {
            if (records.MoveNext())
            {
                Value = records.Value;
                Span = records.Span;
                return true;
            }
            Dispose();
            _behind = appended?.InOrder();
        }
        return _behind is { } values && _index < values.Length && Give(values[_index++]);
    }

    public override void Dispose()
    {
        _behind = null;
        base.Dispose();
    }

    // What is no operator of LINQ's LINQ asks here as a collection with a type only.
    internal override int GetCount(bool onlyIfCheap)
        => (onlyIfCheap && !Source.IsIterator ? Source.CountForConstructor : Source.GetCount(onlyIfCheap)) is var count && count < 0 ? count : count + Added;

    internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        for (AddedValue<T>? value = prepended; value is not null; value = value.Before) spans.Add(value.NewSpan());
        int count = Source.CountTraced(spans, cheaply, out int sourceStep) + Added;
        foreach (AddedValue<T> value in appended?.InOrder() ?? []) spans.Add(value.NewSpan());
        step = sites.StepFrom(sourceStep);
        return count;
    }

    // LINQ asks the source for one record when a single value was added, and reads on otherwise.
    internal override Chosen<T> First(bool traced)
    {
        if (prepended is not null) return Choose(prepended, traced);
        return Added > 1 ? base.First(traced) : Source.First(traced) is { Found: true } first ? first : Choose(appended!, traced);
    }

    internal override Chosen<T> Last(bool traced)
    {
        if (Added > 1) return base.Last(traced);
        if (appended is not null) return Choose(appended, traced);
        return Source.Last(traced) is { Found: true } last ? last : Choose(prepended!, traced);
    }

    internal override Chosen<T> ElementAt(int index, bool traced)
    {
        if (index == 0) return First(traced);
        return prepended is null || Added > 1 ? base.ElementAt(index, traced) : Source.ElementAt(index - 1, traced);
    }

    // As LINQ's, the added values first, the appended ones before the prepended ones, the last of each first.
    internal override bool Contains(T value) => Holds(appended, value) || Holds(prepended, value) || Source.Contains(value);

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
    {
        for (AddedValue<T>? value = prepended; value is not null; value = value.Before) Add(value, values, spans);
        int step = Source.Drain(values, spans);
        foreach (AddedValue<T> value in appended?.InOrder() ?? []) Add(value, values, spans);
        return sites.StepFrom(step);
    }

    private static bool Holds(AddedValue<T>? added, T value)
    {
        for (; added is not null; added = added.Before)
        {
            if (EqualityComparer<T>.Default.Equals(added.Value, value)) return true;
        }
        return false;
    }

    private static void Add(AddedValue<T> added, ValueBuffer<T> values, ColumnBuilder spans)
    {
        values.Add(added.Value);
        spans.Add(added.NewSpan());
    }

    private static Chosen<T> Choose(AddedValue<T> added, bool traced) => new(added.Value, traced ? added.NewSpan() : Chosen<T>.Untraced);

    private bool Give(AddedValue<T> added)
    {
        Value = added.Value;
        Span = added.NewSpan();
        return true;
    }
}
