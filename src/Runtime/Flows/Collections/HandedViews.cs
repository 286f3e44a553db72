using System.Collections;

namespace Weft.Flows.Collections;

/// <summary>A sequence of the program's own that also tells its number of records to who only reads: handed on with that, since .NET's methods ask for it.</summary>
internal class CountedView<T>(IEnumerable<T> records, IReadOnlyCollection<T> source) : IReadOnlyCollection<T>
{
    public int Count => source.Count;

    public IEnumerator<T> GetEnumerator() => records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => records.GetEnumerator();
}

/// <summary>The same of one with an index.</summary>
/// <param name="records">The records, for who enumerates them.</param>
/// <param name="source">The program's own.</param>
/// <param name="read">Told of each index that is read, and of the record there.</param>
internal sealed class IndexedView<T>(IEnumerable<T> records, IReadOnlyList<T> source, Action<T> read) : CountedView<T>(records, source), IReadOnlyList<T>
{
    private readonly IReadOnlyList<T> _source = source;

    public T this[int index]
    {
        get
        {
            T record = _source[index];
            read(record);
            return record;
        }
    }
}

/// <summary>The same of one that is a collection without a type.</summary>
internal sealed class UntypedView<T>(IEnumerable<T> records, ICollection source) : IEnumerable<T>, ICollection
{
    public int Count => source.Count;

    public bool IsSynchronized => source.IsSynchronized;

    public object SyncRoot => source.SyncRoot;

    public void CopyTo(Array array, int index) => source.CopyTo(array, index);

    public IEnumerator<T> GetEnumerator() => records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => records.GetEnumerator();
}
