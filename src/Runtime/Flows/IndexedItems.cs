namespace Weft.Flows;

/// <summary>The items of a collection with an index that is neither an array nor a list.</summary>
internal readonly struct IndexedItems<T>(IList<T> items) : IIndexed<T>
{
    public object Collection => items;

    public int Count => items.Count;

    public bool TellsChanges => false;

    public int Version => 0;

    public T this[int index] => items[index];

    public void CopyTo(int start, Span<T> destination)
    {
        for (int i = 0; i < destination.Length; i++) destination[i] = items[start + i];
    }
}
