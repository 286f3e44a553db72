using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>What flows over a part of a collection with an index share: they read by index, so that skipping costs nothing.</summary>
/// <param name="items">The collection.</param>
/// <param name="first">Index of the first item of the part.</param>
/// <param name="last">Index of its last item, if the collection has so many; at least <paramref name="first"/>.</param>
/// <param name="site">Where the collection enters.</param>
/// <param name="sites">The operators that the flow stands for.</param>
internal abstract class ItemsPartBase<TItems, TSource, T>(TItems items, int first, int last, int site, FusedSites sites) : Flow<T>
    where TItems : struct, IIndexed<TSource>
{
    /// <summary>The collection; a struct that must not be copied by every access, hence a field.</summary>
    protected readonly TItems Items = items;

    // The window: see ItemsFlow. Here it is the part as it was when it was opened, as long as the collection is unchanged.

    /// <summary>Index, in the collection, of the next item.</summary>
    protected int Next;

    /// <summary>Index behind the window; 0 when there is none.</summary>
    protected int WindowEnd;

    /// <summary>The span that an item of index 0 would have in the window.</summary>
    protected ulong WindowFirst;

    /// <summary>The collection's version when it was opened.</summary>
    protected int Version;

    private SpanReader _spans; // of the collection; valid once opened
    private int _known;        // index behind the last item whose span _spans knows

    /// <summary>Index of the first item of the part.</summary>
    protected int FirstIndex { get; } = first;

    /// <summary>Index of the last item, if the collection has so many.</summary>
    protected int LastIndex { get; } = last;

    /// <summary>Where the collection enters.</summary>
    protected int Site { get; } = site;

    /// <summary>The operators that the flow stands for.</summary>
    protected FusedSites Sites { get; } = sites;

    internal override int Step => Sites.StepFrom(_spans.IsOpen ? _spans.Step : Origin.PeekStep(Items.Collection));

    /// <summary>The number of items of the part, as the collection is now.</summary>
    // A collection of the program's own is asked no more often than LINQ asks it: what the answer was is handed on.
    protected int PartCount => PartOf(Items.Count);

    /// <summary>The number of items of the part, of a collection of <paramref name="count"/>.</summary>
    protected int PartOf(int count) => count <= FirstIndex ? 0 : Math.Min(count - 1, LastIndex) - FirstIndex + 1;

    /// <summary>Moves on outside the window; <paramref name="item"/> is the item moved to. As LINQ, it minds no change of the collection.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // off the path of a record
    protected bool MoveToNextItem([MaybeNullWhen(false)] out TSource item)
    {
        if (State == Started)
        {
            State = Started + 1;
            Next = FirstIndex;
        }
        if (State == Started + 1 && (uint)Next <= (uint)LastIndex && Items.Count is var count && Next < count)
        {
            if (!_spans.IsOpen) Open(count);
            int index = Next++;
            item = Items[index];
            Span = index < _known && Items.Version == Version ? _spans.At(index) : Origin.Newcomer(Site);
            return true;
        }
        Dispose();
        item = default;
        return false;
    }

    public override void Dispose()
    {
        WindowEnd = 0;
        base.Dispose();
    }

    internal override int GetCount(bool onlyIfCheap) => PartCount;

    internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        int count = GetCount(onlyIfCheap: cheaply);
        step = AddSpans(count, spans);
        return count;
    }

    /// <summary>The item at <paramref name="index"/> of the part, and its span if it is asked for.</summary>
    protected Chosen<TSource> ItemAt(int index, bool traced)
        => (uint)index <= (uint)(LastIndex - FirstIndex) && Items.Count is var count && index < count - FirstIndex ? ItemOf(FirstIndex + index, count, traced) : default;

    /// <summary>The first item of the part.</summary>
    protected Chosen<TSource> FirstItem(bool traced) => Items.Count is var count && count > FirstIndex ? ItemOf(FirstIndex, count, traced) : default;

    /// <summary>The last item of the part.</summary>
    protected Chosen<TSource> LastItem(bool traced)
        => Items.Count is var count && count > FirstIndex ? ItemOf(Math.Min(count - 1, LastIndex), count, traced) : default;

    /// <summary>Adds the spans of the first <paramref name="count"/> items of the part; returns the step by which they come.</summary>
    protected int AddSpans(int count, ColumnBuilder spans)
    {
        if (count == 0) return 0;
        SpanColumn column = Origin.PartOrRoots(Items.Collection, FirstIndex, count, typeof(TSource), Site);
        spans.AddColumn(column, column.Count == count ? 0 : FirstIndex, count);
        return Sites.StepFrom(column.Step);
    }

    private Chosen<TSource> ItemOf(int index, int count, bool traced)
        => new(Items[index], SpanOf(index, count, traced));

    /// <summary>The span of an item of the collection, which has <paramref name="count"/>.</summary>
    protected ulong SpanOf(int index, int count, bool traced)
        => traced ? Origin.ColumnOrRoots(Items.Collection, count, typeof(TSource), Site)[index] : Chosen<TSource>.Untraced;

    private void Open(int count)
    {
        Version = Items.Version;
        _known = FirstIndex + PartOf(count);
        _spans = Origin.OpenPart(Items.Collection, count, FirstIndex, _known - FirstIndex, typeof(TSource), Site);
        if (Items.TellsChanges && _spans.TryGetRange(out WindowFirst)) WindowEnd = _known;
    }
}

/// <summary>A part of a collection with an index. As LINQ's, it has an index itself.</summary>
/// <inheritdoc cref="ItemsPartBase{TItems, TSource, T}"/>
internal sealed class ItemsPart<TItems, T>(TItems items, int first, int last, int site, FusedSites sites)
    : ItemsPartBase<TItems, T, T>(items, first, last, site, sites), IList<T>, IReadOnlyList<T>
    where TItems : struct, IIndexed<T>
{
    internal override bool HasIndex => true;

    public int Count => PartCount;

    public bool IsReadOnly => true;

    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)PartCount) throw new ArgumentOutOfRangeException(nameof(index));
            return Items[FirstIndex + index];
        }
        set => throw new NotSupportedException();
    }

    protected override Flow<T> Clone() => new ItemsPart<TItems, T>(Items, FirstIndex, LastIndex, Site, Sites);

    public override bool MoveNext()
    {
        int index = Next;
        if (index < WindowEnd && Items.Version == Version)
        {
            Next = index + 1;
            Span = WindowFirst + (uint)index;
            Value = Items[index];
            return true;
        }
        return MoveToNextItem(out Value!);
    }

    internal override Flow<TResult> Select<TResult>(Func<T, TResult> selector, int selectSite)
        => new ItemsPartSelect<TItems, T, TResult>(Items, selector, FirstIndex, LastIndex, Site, Sites.Then(selectSite));

    internal override Flow<T>? Skip(int count, int skipSite)
        => FirstIndex + count is var first && (uint)first <= (uint)LastIndex ? new ItemsPart<TItems, T>(Items, first, LastIndex, Site, Sites.Then(skipSite)) : null;

    internal override Flow<T> Take(int count, int takeSite)
        => FirstIndex + count - 1 is var last && (uint)last < (uint)LastIndex ? new ItemsPart<TItems, T>(Items, FirstIndex, last, Site, Sites.Then(takeSite)) : this;

    internal override Chosen<T> ElementAt(int index, bool traced) => ItemAt(index, traced);

    internal override Chosen<T> First(bool traced) => FirstItem(traced);

    internal override Chosen<T> Last(bool traced) => LastItem(traced);

    // LINQ looks for the last match from the end of what has an index.
    internal override Chosen<T> Last(Func<T, bool> predicate, bool traced)
    {
        int count = Items.Count;
        for (int i = PartOf(count) - 1; i >= 0; i--)
        {
            T item = this[i];
            if (predicate(item)) return new(item, SpanOf(FirstIndex + i, count, traced));
        }
        return default;
    }

    internal override T[] ToArray(ColumnBuilder spans, out int step)
    {
        int count = PartCount;
        step = AddSpans(count, spans);
        if (count == 0) return [];
        var array = new T[count];
        Items.CopyTo(FirstIndex, array);
        return array;
    }

    internal override List<T> ToList(ColumnBuilder spans, out int step)
    {
        int count = PartCount;
        step = AddSpans(count, spans);
        if (count == 0) return [];
        var list = new List<T>(count);
        System.Runtime.InteropServices.CollectionsMarshal.SetCount(list, count);
        Items.CopyTo(FirstIndex, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
        return list;
    }

    public void CopyTo(T[] array, int arrayIndex) => Items.CopyTo(FirstIndex, array.AsSpan(arrayIndex, PartCount));

    public int IndexOf(T item)
    {
        for (int i = 0, count = PartCount; i < count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(Items[FirstIndex + i], item)) return i;
        }
        return -1;
    }

    internal override bool Contains(T value) => IndexOf(value) >= 0;

    bool ICollection<T>.Contains(T item) => Contains(item);

    void ICollection<T>.Add(T item) => throw new NotSupportedException();

    void ICollection<T>.Clear() => throw new NotSupportedException();

    internal override SpanColumn? IndexedColumn
    {
        get
        {
            ColumnBuilder spans = ColumnBuilder.Rent();
            CountTraced(spans, cheaply: true, out int step);
            return spans.Finish(step);
        }
    }

    void IList<T>.Insert(int index, T item) => throw new NotSupportedException();

    bool ICollection<T>.Remove(T item) => throw new NotSupportedException();

    void IList<T>.RemoveAt(int index) => throw new NotSupportedException();
}

/// <summary>The images of a part of a collection with an index.</summary>
/// <inheritdoc cref="ItemsPartBase{TItems, TSource, T}"/>
internal sealed class ItemsPartSelect<TItems, TSource, T>(TItems items, Func<TSource, T> selector, int first, int last, int site, FusedSites sites)
    : ItemsPartBase<TItems, TSource, T>(items, first, last, site, sites)
    where TItems : struct, IIndexed<TSource>
{
    protected override Flow<T> Clone() => new ItemsPartSelect<TItems, TSource, T>(Items, selector, FirstIndex, LastIndex, Site, Sites);

    internal override Flow<TResult> Select<TResult>(Func<T, TResult> next, int nextSite)
        => new ItemsPartSelect<TItems, TSource, TResult>(Items, selector.Then(next), FirstIndex, LastIndex, Site, Sites.Then(nextSite));

    public override bool MoveNext()
    {
        int index = Next;
        if (index < WindowEnd && Items.Version == Version)
        {
            Next = index + 1;
            Span = WindowFirst + (uint)index;
            Value = selector(Items[index]);
            return true;
        }
        if (!MoveToNextItem(out TSource? item)) return false;
        Value = selector(item);
        return true;
    }

    // LINQ counts by running the selector on every item, for its side effects.
    internal override int GetCount(bool onlyIfCheap)
    {
        Func<TSource, T> imageOf = selector;
        int count = PartCount;
        if (onlyIfCheap) return count;
        for (int i = 0; i < count; i++) imageOf(Items[FirstIndex + i]);
        return count;
    }

    internal override Flow<T>? Skip(int count, int skipSite)
        => FirstIndex + count is var first && (uint)first <= (uint)LastIndex
            ? new ItemsPartSelect<TItems, TSource, T>(Items, selector, first, LastIndex, Site, Sites.Then(skipSite))
            : null;

    internal override Flow<T> Take(int count, int takeSite)
        => FirstIndex + count - 1 is var last && (uint)last < (uint)LastIndex
            ? new ItemsPartSelect<TItems, TSource, T>(Items, selector, FirstIndex, last, Site, Sites.Then(takeSite))
            : this;

    internal override Chosen<T> ElementAt(int index, bool traced) => Image(ItemAt(index, traced));

    internal override Chosen<T> First(bool traced) => Image(FirstItem(traced));

    internal override Chosen<T> Last(bool traced) => Image(LastItem(traced));

    internal override T[] ToArray(ColumnBuilder spans, out int step)
    {
        int count = PartCount;
        step = AddSpans(count, spans);
        if (count == 0) return [];
        var array = new T[count];
        Project(array);
        return array;
    }

    internal override List<T> ToList(ColumnBuilder spans, out int step)
    {
        int count = PartCount;
        step = AddSpans(count, spans);
        var list = new List<T>(count);
        System.Runtime.InteropServices.CollectionsMarshal.SetCount(list, count);
        Project(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
        return list;
    }

    private void Project(Span<T> images)
    {
        Func<TSource, T> imageOf = selector;
        for (int i = 0; i < images.Length; i++) images[i] = imageOf(Items[FirstIndex + i]);
    }

    private Chosen<T> Image(Chosen<TSource> chosen) => chosen.Found ? new(selector(chosen.Value), chosen.Span) : default;
}
