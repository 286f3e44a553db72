using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Weft.Queues.Concurrent;

/// <summary>The store of a <see cref="BlockingCollection{T}"/> that the program has given a concurrent collection of .NET's: that collection, which the program may use itself as well.</summary>
/// <param name="collection">The collection.</param>
/// <param name="site">Where it was given.</param>
internal sealed class SharedStore<TKind, TCollection, T>(TCollection collection, int site) : StampedStore<T>
    where TKind : struct, IConcurrentKind<TCollection, T>
    where TCollection : class, IProducerConsumerCollection<T>
{
    internal override object Known => collection;

    protected override ICollection Items => collection;

    public override T[] ToArray() => collection.ToArray();

    protected override void Put(T item, Stamp stamp)
    {
        if (StampedCollections<TKind, TCollection, T>.FindOrAttach(collection, new LoopRecord(stamp.Span, 0), site) is { } stamps) stamps.Put(collection, item, stamp);
        else TKind.Put(collection, item);
    }

    protected override bool TryTake([MaybeNullWhen(false)] out T item, out Stamp? stamp)
    {
        stamp = null;
        if (StampedCollections<TKind, TCollection, T>.Find(collection) is not { } stamps) return TKind.TryTake(collection, out item);
        bool isTaken = stamps.TryTake(collection, out item, out Stamp told);
        stamp = told;
        return isTaken;
    }
}
