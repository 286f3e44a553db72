namespace Weft.Flows.Collections;

/// <summary>The column of a collection that counts no changes, and that other threads may change while it is read: what it holds is copied out to be compared, all of it or item by item.</summary>
/// <param name="collection">The collection.</param>
/// <param name="column">The spans, in its order.</param>
/// <param name="copy">What copies its items out.</param>
/// <param name="areSame">Whether two items are the same, asked without running code of the program's.</param>
internal sealed class CopiedAttachment<TCollection, T>(TCollection collection, SpanColumn column, Func<TCollection, T[]> copy, Func<T, T, bool> areSame) : ColumnAttachment(column), IComparedItems<T> where TCollection : class
{
    private readonly T[] _items = copy(collection);

    internal override bool IsUnchanged(object collection) => collection is TCollection same && _items.Length == Column.Count && AreItems(copy(same));

    // Who only counts what he reads cannot tell.
    internal override bool IsStillUnchanged(object collection) => false;

    /// <inheritdoc/>
    public bool IsAt(int index, T item) => (uint)index < (uint)_items.Length && areSame(_items[index], item);

    private bool AreItems(T[] items)
    {
        if (items.Length != _items.Length) return false;
        for (int i = 0; i < items.Length; i++)
        {
            if (!areSame(items[i], _items[i])) return false;
        }
        return true;
    }
}
