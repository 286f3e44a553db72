namespace Weft.Flows;

/// <summary>A collection that an operator reads by itself rather than through an enumerator; a struct, so that each loop is compiled for it.</summary>
internal interface IItems<T> : IIndexed<T>
{
    /// <summary>All items as they are now, for loops that run to the end at once.</summary>
    ReadOnlySpan<T> AsSpan();

    /// <summary>Starts an enumeration.</summary>
    void Start();

    /// <summary>Whether the collection is as it was when the enumeration started, as far as that can be told at no cost.</summary>
    bool IsUnchanged { get; }

    /// <summary>Moves on; a list that was changed meanwhile throws as its enumerator does.</summary>
    bool MoveNext();

    /// <summary>Moves on to the next item that satisfies <paramref name="predicate"/>.</summary>
    bool MoveNext(Func<T, bool> predicate, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T item);

    /// <summary>The item moved to.</summary>
    T Current { get; }

    /// <summary>The index of <see cref="Current"/>.</summary>
    int Index { get; }
}
