namespace Weft.Flows;

/// <summary>A collection that an operator reads by index; a struct, so that each loop is compiled for it.</summary>
internal interface IIndexed<T>
{
    /// <summary>The collection object, by which its spans are found.</summary>
    object Collection { get; }

    /// <summary>The number of items as they are now.</summary>
    int Count { get; }

    /// <summary>Whether <see cref="Version"/> tells of any change of the number of items.</summary>
    bool TellsChanges { get; }

    /// <summary>A number that differs after a change that can be noticed.</summary>
    int Version { get; }

    /// <summary>The item at <paramref name="index"/>, as it is now.</summary>
    T this[int index] { get; }

    /// <summary>Copies items from <paramref name="start"/> on.</summary>
    void CopyTo(int start, Span<T> destination);
}
