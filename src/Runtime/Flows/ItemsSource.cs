using System.Runtime.InteropServices;

namespace Weft.Flows;

/// <summary>The records of an array or a list, as an operator's input that is not fused with it.</summary>
internal sealed class ItemsSource<TItems, T>(TItems items, int site, int argument) : ItemsFlow<TItems, T, T>(items, argument) where TItems : struct, IItems<T>
{
    internal override int Step => SourceStep;

    internal override ICollection<T>? Entering => (ICollection<T>)Items.Collection;

    internal override bool HasIndex => true;

    protected override Flow<T> Clone() => new ItemsSource<TItems, T>(Items, site, Argument);

    public override bool MoveNext()
    {
        int index = Next;
        if (index < WindowEnd && Items.IsUnchanged)
        {
            Next = index + 1;
            Span = WindowFirst + (uint)index;
            Value = Items[index];
            return true;
        }
        return MoveToNextItem(site, out Value!);
    }

    internal override int Read(Span<T> destination, ColumnBuilder spans)
    {
        if (Next >= WindowEnd || !Items.IsUnchanged) return base.Read(destination, spans);
        int count = Math.Min(destination.Length, WindowEnd - Next);
        Items.CopyTo(Next, destination[..count]);
        spans.AddRange(WindowFirst + (uint)Next, count);
        Next += count;
        return count;
    }

    internal override int GetCount(bool onlyIfCheap) => Items.Count;

    internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        step = AddSpans(spans);
        return Items.Count;
    }

    internal override Flow<T> Skip(int count, int skipSite)
        => new Operators.ItemsPart<TItems, T>(Items, count, int.MaxValue, site, new FusedSites(skipSite));

    internal override Flow<T> Take(int count, int takeSite)
        => new Operators.ItemsPart<TItems, T>(Items, 0, count - 1, site, new FusedSites(takeSite));

    internal override Chosen<T> ElementAt(int index, bool traced)
        => (uint)index < (uint)Items.Count ? new(Items[index], SpanAt(index, traced, site)) : default;

    internal override Chosen<T> First(bool traced) => ElementAt(0, traced);

    internal override Chosen<T> Last(bool traced) => ElementAt(Items.Count - 1, traced);

    // LINQ looks for the last match from the end of what has an index.
    internal override Chosen<T> Last(Func<T, bool> predicate, bool traced)
    {
        for (int i = Items.Count - 1; i >= 0; i--)
        {
            T item = Items[i];
            if (predicate(item)) return new(item, SpanAt(i, traced, site));
        }
        return default;
    }

    internal override bool Contains(T value) => ((ICollection<T>)Items.Collection).Contains(value);

    internal override T[] ToArray(ColumnBuilder spans, out int step)
    {
        step = AddSpans(spans);
        return Items.AsSpan().ToArray();
    }

    internal override List<T> ToList(ColumnBuilder spans, out int step)
    {
        step = AddSpans(spans);
        var list = new List<T>(Items.Count);
        CollectionsMarshal.SetCount(list, Items.Count);
        Items.CopyTo(0, CollectionsMarshal.AsSpan(list));
        return list;
    }

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
    {
        values.AddRange(Items.AsSpan());
        return AddSpans(spans);
    }

    protected internal override int DrainThrough<TResult, TStage, TSink, TCursor>(TStage stage, ref TSink sink, ColumnBuilder spans)
        => DrainItems<TResult, TStage, TSink, TCursor>(stage, throwsIfChanged: true, site, ref sink, spans);

    private int AddSpans(ColumnBuilder spans)
    {
        int count = Items.Count;
        SpanColumn column = Origin.ColumnOrRoots(Items.Collection, count, typeof(T), site, Argument);
        spans.AddColumn(column, 0, count);
        return column.Step;
    }
}
