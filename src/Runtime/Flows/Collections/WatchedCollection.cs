using System.Collections;

namespace Weft.Flows.Collections;

/// <summary>
/// A collection of a type of the program's own, in the place of which one of .NET's methods reads this: every call is handed on as it is, and what it tells of the number of records is kept.
/// To ask the collection itself would be a call more than unwoven.
/// </summary>
internal class WatchedCollection<T>(ICollection<T> source) : ICollection<T>
{
    /// <summary>The program's collection.</summary>
    protected object Source { get; } = source;

    private int _counted = -1;    // as the collection said
    private int _enumerated = -1; // read to the end

    /// <summary>The number of records read; of a collection that was not read, none.</summary>
    internal int Seen => Math.Max(_enumerated >= 0 ? _enumerated : _counted, 0);

    public int Count => _counted = source.Count;

    public bool IsReadOnly => source.IsReadOnly;

    /// <summary>What .NET reads in the place of a collection; null for a type of the base libraries, which nobody notices to be asked.</summary>
    internal static WatchedCollection<T>? Of(IEnumerable<T> source) => source switch
    {
        T[] or List<T> => null,
        _ when PlainCollections.AreReadUnseen(source.GetType()) => null,
        IList<T> list => list is ICollection ? new WatchedUntypedList<T>(list) : new WatchedList<T>(list),
        ICollection<T> collection => collection is ICollection ? new WatchedUntypedCollection<T>(collection) : new WatchedCollection<T>(collection),
        _ => null,
    };

    public bool Contains(T item) => source.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => source.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => new Enumerator(this, source.GetEnumerator());

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)source).GetEnumerator();

    public void Add(T item) => source.Add(item);

    public void Clear() => source.Clear();

    public bool Remove(T item) => source.Remove(item);

    /// <summary>Keeps what was said to be the number of records.</summary>
    protected int Counted(int count) => _counted = count;

    private sealed class Enumerator(WatchedCollection<T> collection, IEnumerator<T> records) : IEnumerator<T>
    {
        private int _read;

        public T Current => records.Current;

        object? IEnumerator.Current => records.Current;

        public bool MoveNext()
        {
            if (records.MoveNext())
            {
                _read++;
                return true;
            }
            collection._enumerated = _read;
            return false;
        }

        public void Reset() => records.Reset();

        public void Dispose() => records.Dispose();
    }
}

/// <summary>The same of a collection with an index.</summary>
internal class WatchedList<T>(IList<T> source) : WatchedCollection<T>(source), IList<T>
{
    private IList<T> List => (IList<T>)Source;

    public T this[int index]
    {
        get => List[index];
        set => List[index] = value;
    }

    public int IndexOf(T item) => List.IndexOf(item);

    public void Insert(int index, T item) => List.Insert(index, item);

    public void RemoveAt(int index) => List.RemoveAt(index);
}

/// <summary>The same of a collection that is one without a type, too.</summary>
internal sealed class WatchedUntypedCollection<T>(ICollection<T> source) : WatchedCollection<T>(source), ICollection
{
    int ICollection.Count => Counted(((ICollection)Source).Count);

    public bool IsSynchronized => ((ICollection)Source).IsSynchronized;

    public object SyncRoot => ((ICollection)Source).SyncRoot;

    public void CopyTo(Array array, int index) => ((ICollection)Source).CopyTo(array, index);
}

/// <summary>The same of a list that is a collection without a type, too.</summary>
internal sealed class WatchedUntypedList<T>(IList<T> source) : WatchedList<T>(source), ICollection
{
    int ICollection.Count => Counted(((ICollection)Source).Count);

    public bool IsSynchronized => ((ICollection)Source).IsSynchronized;

    public object SyncRoot => ((ICollection)Source).SyncRoot;

    public void CopyTo(Array array, int index) => ((ICollection)Source).CopyTo(array, index);
}
