namespace Weft.Flows.Collections;

/// <summary>What is known of a collection that may change while it is read, without anybody noticing: who reads it compares each item.</summary>
internal interface IComparedItems<in T>
{
    /// <summary>Whether an item is the one that the column tells of at an index.</summary>
    bool IsAt(int index, T item);
}
