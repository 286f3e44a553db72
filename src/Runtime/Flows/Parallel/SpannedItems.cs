using System.Collections;

namespace Weft.Flows.Parallel;

/// <summary>The records of a collection with an index together with their spans, as PLINQ reads them: by index, on several threads.</summary>
/// <typeparam name="TItems">The collection; a struct, so that reading an array is compiled as such.</typeparam>
/// <typeparam name="T">The records.</typeparam>
/// <param name="items">The collection.</param>
/// <param name="enumerated">What enumerates the same records as PLINQ does for a reader of the query itself.</param>
/// <param name="site">Where the collection enters.</param>
/// <param name="argument">Which sequence of the call it is.</param>
internal sealed class SpannedItems<TItems, T>(TItems items, IEnumerable<T> enumerated, int site, int argument) : IList<Chosen<T>> where TItems : struct, IIndexed<T>
{
    private readonly Lock _gate = new();
    private SharedSpans? _spans; // of this run, which starts where PLINQ asks for the number of items

    /// <summary>The step by which the records came into the collection; known once the run has started.</summary>
    internal int Step => _spans?.Step ?? 0;

    private int Site => site;

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            int count = items.Count;
            if (_spans is null) Start(count);
            return count;
        }
    }

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <inheritdoc/>
    public Chosen<T> this[int index]
    {
        get => new(items[index], _spans!.At(index, site));
        set => throw new NotSupportedException();
    }

    // A query that PLINQ runs on the calling thread alone.
    IEnumerator<Chosen<T>> IEnumerable<Chosen<T>>.GetEnumerator()
    {
        _ = Count;
        return new Reading(this, enumerated.GetEnumerator());
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Chosen<T>>)this).GetEnumerator();

    // What follows PLINQ has no use for.
    void ICollection<Chosen<T>>.CopyTo(Chosen<T>[] array, int arrayIndex)
    {
        for (int index = 0, count = Count; index < count; index++) array[arrayIndex + index] = this[index];
    }

    void ICollection<Chosen<T>>.Add(Chosen<T> item) => throw new NotSupportedException();

    void ICollection<Chosen<T>>.Clear() => throw new NotSupportedException();

    bool ICollection<Chosen<T>>.Contains(Chosen<T> item) => throw new NotSupportedException();

    bool ICollection<Chosen<T>>.Remove(Chosen<T> item) => throw new NotSupportedException();

    int IList<Chosen<T>>.IndexOf(Chosen<T> item) => throw new NotSupportedException();

    void IList<Chosen<T>>.Insert(int index, Chosen<T> item) => throw new NotSupportedException();

    void IList<Chosen<T>>.RemoveAt(int index) => throw new NotSupportedException();

    private void Start(int count)
    {
        lock (_gate) _spans ??= new SharedSpans(Origin.ColumnOrRoots(items.Collection, count, typeof(T), site, argument));
    }

    // What the program's own enumerator does before the first record and when it is reset is done.
    private sealed class Reading(SpannedItems<TItems, T> records, IEnumerator<T> values) : IEnumerator<Chosen<T>>
    {
        private int _index = -1;

        public Chosen<T> Current => new(values.Current, _index < 0 ? 0 : records._spans!.At(_index, records.Site));

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            _index++;
            return values.MoveNext();
        }

        public void Reset()
        {
            values.Reset();
            _index = -1;
        }

        public void Dispose() => values.Dispose();
    }
}
