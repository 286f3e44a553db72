namespace Weft.Flows;

/// <summary>The records of an array or a list, as an operator's input that is not fused with it.</summary>
internal sealed class ItemsSource<TItems, T>(TItems items, int site) : ItemsFlow<TItems, T, T>(items) where TItems : struct, IItems<T>
{
    internal override int Step => SourceStep;

    protected override Flow<T> Clone() => new ItemsSource<TItems, T>(Items, site);

    public override bool MoveNext()
    {
        if (State != Reading && !Open(site)) return false;
        if (Items.MoveNext())
        {
            Value = Items.Current;
            Span = Spans.At(Items.Index);
            return true;
        }
        Dispose();
        return false;
    }

    internal override int GetCount(bool onlyIfCheap) => Items.AsSpan().Length;

    internal override Chosen<T> ElementAt(int index)
    {
        ReadOnlySpan<T> items = Items.AsSpan();
        return (uint)index < (uint)items.Length ? new(items[index], Column(items.Length)[index]) : default;
    }

    internal override Chosen<T> First() => ElementAt(0);

    internal override Chosen<T> Last() => ElementAt(Items.AsSpan().Length - 1);

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
    {
        ReadOnlySpan<T> items = Items.AsSpan();
        SpanColumn column = Column(items.Length);
        values.AddRange(items);
        spans.AddColumn(column, 0, items.Length);
        return column.Step;
    }

    private SpanColumn Column(int count) => Origin.ColumnOrRoots(Items.Collection, count, typeof(T), site);
}
