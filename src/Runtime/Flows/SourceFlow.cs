using Weft.Capture;
using Weft.Flows.Collections;
using Weft.Flows.Loops;
using Weft.Queues.Concurrent;

namespace Weft.Flows;

/// <summary>A sequence without spans that enters a woven operator: its records become roots, or keep the spans of the collection that they stand in.</summary>
internal sealed class SourceFlow<T>(IEnumerable<T> source, int site, int argument) : Flow<T>
{
    private IEnumerator<T>? _enumerator;
    private SpanReader _spans;  // of an attached collection
    private int _attached;      // its number of records; -1 when there is none
    private int _index;         // of the next record, when attached
    private IComparedItems<T>? _compared; // where what is attached tells of each record whether it still is that one
    private GrowingRoots _roots; // else
    private Yields? _yields;     // or of an iterator

    internal override int Step => _yields is { } yields ? yields.Step : _spans.IsOpen ? _spans.Step : Origin.PeekStep(source);

    // LINQ reads what has an index as one of its iterators.
    internal override bool IsIterator => HasIndex;

    internal override ICollection<T>? Entering => source as ICollection<T>;

    internal override bool HasIndex => source is IList<T>;

    protected override Flow<T> Clone() => new SourceFlow<T>(source, site, argument);

    // The operator that reads this is as near to the source as LINQ's would be: it asks for the enumerator and disposes of it.
    protected override void OnStart()
    {
        _index = 0;
        if (Attachments.Find(source) is ISnapshotted<T> shared)
        {
            // As its own enumerator reads it; other threads change it meanwhile.
            (T[] items, SpanColumn column) = shared.Snapshot(source, site);
            _enumerator = ((IEnumerable<T>)items).GetEnumerator();
            _attached = items.Length;
            _spans = SpanReader.Over(column);
            return;
        }
        _enumerator = source.GetEnumerator();
        Open();
    }

    public override bool MoveNext()
    {
        if (_enumerator is not { } records || !records.MoveNext()) return false;
        Value = records.Current;
        Span = NextSpan();
        return true;
    }

    internal override bool Advance()
    {
        if (_enumerator is not { } records || !records.MoveNext()) return false;
        Span = NextSpan();
        return true;
    }

    internal override void ReadValue() => Value = _enumerator!.Current;

    public override void Dispose()
    {
        if (_enumerator is not null)
        {
            _enumerator.Dispose();
            _enumerator = null;
            _roots.End();
            _yields?.End();
        }
        base.Dispose();
    }

    internal override int GetCount(bool onlyIfCheap)
        => !onlyIfCheap ? source.Count() : source.TryGetNonEnumeratedCount(out int count) ? count : -1;

    internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
    {
        if (source is not (ICollection<T> or System.Collections.ICollection)) return base.CountTraced(spans, cheaply, out step);
        int count = source.Count();
        step = AddSpans(count, spans);
        return count;
    }

    internal override Flow<T>? Skip(int count, int skipSite)
        => source is IList<T> list ? new Operators.ItemsPart<IndexedItems<T>, T>(new(list), count, int.MaxValue, site, new FusedSites(skipSite)) : base.Skip(count, skipSite);

    internal override Flow<T>? Take(int count, int takeSite)
        => source is IList<T> list ? new Operators.ItemsPart<IndexedItems<T>, T>(new(list), 0, count - 1, site, new FusedSites(takeSite)) : base.Take(count, takeSite);

    /// <summary>The images of a collection with an index; null of any other sequence.</summary>
    internal Operators.ItemsPartSelect<IndexedItems<T>, T, TResult>? SelectIndexed<TResult>(Func<T, TResult> selector, FusedSites sites)
        => source is IList<T> list ? new(new(list), selector, 0, int.MaxValue, site, sites) : null;

    internal override Chosen<T> ElementAt(int index, bool traced)
        => source is not IList<T> list ? base.ElementAt(index, traced) : list.Count is var count && (uint)index < (uint)count ? Item(list, index, count, traced) : default;

    internal override Chosen<T> First(bool traced) => source is IList<T> ? ElementAt(0, traced) : base.First(traced);

    internal override Chosen<T> Last(bool traced)
        => source is not IList<T> list ? base.Last(traced) : list.Count is var count and > 0 ? Item(list, count - 1, count, traced) : default;

    // LINQ looks for the last match from the end of a list.
    internal override Chosen<T> Last(Func<T, bool> predicate, bool traced)
    {
        if (source is not IList<T> list) return base.Last(predicate, traced);
        int count = list.Count;
        for (int i = count - 1; i >= 0; i--)
        {
            T item = list[i];
            if (predicate(item)) return new(item, SpanOf(list, i, count, traced));
        }
        return default;
    }

    internal override bool Contains(T value) => source.Contains(value);

    internal override T[] ToArray(ColumnBuilder spans, out int step)
    {
        if (source is not ICollection<T>) return base.ToArray(spans, out step);
        T[] array = source.ToArray();
        step = AddSpans(array.Length, spans);
        return array;
    }

    internal override List<T> ToList(ColumnBuilder spans, out int step)
    {
        if (source is not ICollection<T>) return base.ToList(spans, out step);
        List<T> list = source.ToList();
        step = AddSpans(list.Count, spans);
        return list;
    }

    protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
    {
        if (source is not ICollection<T> collection) return base.Drain(values, spans);
        int count = collection.Count;
        values.AddCollection(collection, count);
        return AddSpans(count, spans);
    }

    private int AddSpans(int count, ColumnBuilder spans)
    {
        SpanColumn column = Origin.ColumnOrRoots(source, count, typeof(T), site, argument);
        spans.AddColumn(column, 0, count);
        return column.Step;
    }

    private void Open()
    {
        _attached = -1;
        if (Origin.HasColumn(source))
        {
            _compared = Attachments.Find(source) is IComparedItems<T> compared && ((Attachment)compared).IsUnchanged(source) ? compared : null;
            // Only collections with a known count are attached to, and lookups, which do not tell theirs.
            if (!source.TryGetNonEnumeratedCount(out _attached)) _attached = Origin.CountOf(source);
            _spans = Origin.Open(source, _attached, typeof(T), site, argument);
            return;
        }
        if (source is not ICollection<T> && _enumerator is List<T>.Enumerator listed && OpenList(listed)) return;
        // A collection is a source, however it makes its enumerator: what copies it cannot know what an iterator would say.
        if (source is not ICollection<T> && Attachments.Find(source) is null) _yields = Yields.Follow(_enumerator!);
        // An iterator that says nothing was left alone by the weaver.
        _roots = new GrowingRoots(_yields is null ? Origin.SourceOf(source, typeof(T), site, argument) : Sources.Cut(site, site));
    }

    // A class that hands out the enumerator of its list.
    private bool OpenList(List<T>.Enumerator enumerator)
    {
        if (ListEnumerator<T>.List(ref enumerator) is not { } list || ListEnumerator<T>.Index(ref enumerator) >= 0 || Origin.Find(list) is null) return false;
        _attached = list.Count;
        _spans = Origin.Open(list, _attached, typeof(T), site, argument);
        return true;
    }

    private ulong NextSpan() => _yields is { Span: not 0 and var span } ? span : _attached < 0 ? _roots.Next() : NextAttached();

    private ulong NextAttached()
    {
        if (_compared is { } compared && !compared.IsAt(_index, _enumerator!.Current)) _attached = 0; // what comes behind stands elsewhere as well
        return _index < _attached ? _spans.At(_index++) : Origin.Newcomer(site);
    }

    private Chosen<T> Item(IList<T> list, int index, int count, bool traced)
        => new(list[index], SpanOf(list, index, count, traced));

    private ulong SpanOf(IList<T> list, int index, int count, bool traced)
        => traced ? Origin.ColumnOrRoots(list, count, typeof(T), site, argument)[index] : Chosen<T>.Untraced;
}
