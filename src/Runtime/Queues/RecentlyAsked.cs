using System.Runtime.CompilerServices;

namespace Weft.Queues;

/// <summary>What is known of the collection that a thread asked about last: mostly it is the next one as well, and no table is asked.</summary>
/// <remarks>Held weakly: what a thread has asked about may go.</remarks>
internal struct RecentlyAsked<TCollection, TKnown>
    where TCollection : class
    where TKnown : class
{
    private WeakReference<TCollection>? _collection;
    private TKnown? _known;

    /// <summary>What is known of a collection; null where another one was asked about last.</summary>
    internal readonly TKnown? Of(TCollection collection) => _collection is { } weak && weak.TryGetTarget(out TCollection? last) && ReferenceEquals(last, collection) ? _known : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal TKnown Remember(TCollection collection, TKnown known)
    {
        if (_collection is { } weak) weak.SetTarget(collection);
        else _collection = new WeakReference<TCollection>(collection);
        return _known = known;
    }
}
