using Weft.Flows.Collections;

namespace Weft.Queues;

/// <summary>A collection of the base libraries that records are put into and taken out of one by one, by one thread at a time.</summary>
internal interface IHeldOneByOne<TCollection>
{
    /// <summary>Whether the record put in first is taken out first; else the one put in last.</summary>
    static abstract bool IsFirstInFirstOut { get; }

    /// <summary>How often the collection was changed.</summary>
    static abstract int VersionOf(TCollection collection);

    /// <summary>The number of its records.</summary>
    static abstract int CountOf(TCollection collection);
}

/// <summary>How a <see cref="Queue{T}"/> holds records.</summary>
internal readonly struct InQueue<T> : IHeldOneByOne<Queue<T>>
{
    public static bool IsFirstInFirstOut => true;

    public static int VersionOf(Queue<T> collection) => Versions<T>.Of(collection);

    public static int CountOf(Queue<T> collection) => collection.Count;
}

/// <summary>How a <see cref="Stack{T}"/> holds records.</summary>
internal readonly struct OnStack<T> : IHeldOneByOne<Stack<T>>
{
    public static bool IsFirstInFirstOut => false;

    public static int VersionOf(Stack<T> collection) => Versions<T>.Of(collection);

    public static int CountOf(Stack<T> collection) => collection.Count;
}
