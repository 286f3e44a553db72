using System.Collections;

namespace Weft.Flows.Parallel;

/// <summary>The records of a collection with an index together with their spans, as PLINQ reads them: by index, on several threads.</summary>
/// <typeparam name="TItems">The collection; a struct, so that reading an array is compiled as such.</typeparam>
/// <typeparam name="T">The records.</typeparam>
internal sealed class SpannedItems<TItems, T>(TItems items, int site, int argument) : IList<Chosen<T>> where TItems : struct, IIndexed<T>
{
    private readonly Lock _gate = new();
    private SharedSpans? _spans; // of this run, which starts where PLINQ asks for the number of items

    /// <summary>The step by which the records came into the collection; known once the run has started.</summary>
    internal int Step => _spans?.Step ?? 0;

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
        int index = 0;
        foreach (T item in (IEnumerable<T>)items.Collection) yield return new(item, _spans!.At(index++, site));
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
}
