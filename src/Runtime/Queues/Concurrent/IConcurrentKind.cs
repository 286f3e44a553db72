using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Weft.Queues.Concurrent;

/// <summary>A kind of concurrent collection: what it does with an item that nobody traced, and how it is followed.</summary>
internal interface IConcurrentKind<TCollection, T> where TCollection : class
{
    /// <summary>Whether the inside of such collections is known here.</summary>
    static abstract bool IsKnown { get; }

    /// <summary>Room for the stamps of a collection's items; asked for where its inside is known.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="site">Where it was first seen.</param>
    static abstract ConcurrentStamps<TCollection, T> StampsFor(TCollection collection, int site);

    static abstract void Put(TCollection collection, T item);

    static abstract bool TryTake(TCollection collection, [MaybeNullWhen(false)] out T item);

    static abstract bool TryPeek(TCollection collection, [MaybeNullWhen(false)] out T item);
}

internal readonly struct QueueKind<T> : IConcurrentKind<ConcurrentQueue<T>, T>
{
    public static bool IsKnown => QueueMembers<T>.Known is not null;

    public static ConcurrentStamps<ConcurrentQueue<T>, T> StampsFor(ConcurrentQueue<T> queue, int site) => new QueuedStamps<T>(queue, QueueMembers<T>.Known!, site);

    public static void Put(ConcurrentQueue<T> queue, T item) => queue.Enqueue(item);

    public static bool TryTake(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T item) => queue.TryDequeue(out item);

    public static bool TryPeek(ConcurrentQueue<T> queue, [MaybeNullWhen(false)] out T item) => queue.TryPeek(out item);
}

internal readonly struct StackKind<T> : IConcurrentKind<ConcurrentStack<T>, T>
{
    public static bool IsKnown => StackMembers<T>.Known is not null;

    public static ConcurrentStamps<ConcurrentStack<T>, T> StampsFor(ConcurrentStack<T> stack, int site) => new StackedStamps<T>(stack, StackMembers<T>.Known!, site);

    public static void Put(ConcurrentStack<T> stack, T item) => stack.Push(item);

    public static bool TryTake(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T item) => stack.TryPop(out item);

    public static bool TryPeek(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T item) => stack.TryPeek(out item);
}
