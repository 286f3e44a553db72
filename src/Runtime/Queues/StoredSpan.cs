using System.Collections.Concurrent;
using Weft.Flows.Loops;

namespace Weft.Queues;

/// <summary>The stamp of the item that this thread is just adding to a <see cref="StampedStore{T}"/>, and of the one that it has just taken.</summary>
internal static class StoredSpan
{
    [ThreadStatic]
    private static Stamp _in;

    [ThreadStatic]
    private static (bool IsTaken, Stamp Stamp) _out;

    /// <summary>Says which stamp the item has that this thread adds next.</summary>
    internal static Told Tell(Stamp stamp)
    {
        _in = stamp;
        return new Told(true);
    }

    /// <summary>An item was added that follows from a record: where nothing has taken its stamp, it stands in a collection that the program has given to the blocking one.</summary>
    internal static void Added<T>(BlockingCollection<T> collection, LoopRecord record, int site)
    {
        if (!record.IsNone && !BlockedCollection<T>.IsStamped(collection)) FilledCollections.Tell(BlockedCollection<T>.Of(collection), site);
    }

    /// <summary>The stamp of the item that is added; the next one has none.</summary>
    internal static Stamp TakeIn()
    {
        Stamp stamp = _in;
        _in = default;
        return stamp;
    }

    /// <summary>Says that an item was taken.</summary>
    internal static void GiveOut(Stamp stamp)
    {
        _out = (true, stamp);
        if (!stamp.Event.IsNone) ExecutionUnit.Current.Receive(stamp.Event, stamp.Span, site: 0); // whoever asked
    }

    /// <summary>Forgets what was taken before.</summary>
    internal static void Forget() => _out = default;

    /// <summary>The record that was taken since <see cref="Forget"/>: a root that says so where what added it was not followed; none where none was taken.</summary>
    /// <param name="collection">What it was taken from; null where nothing was.</param>
    /// <param name="before">What the call took before.</param>
    /// <param name="site">The call's site.</param>
    internal static LoopRecord TakeOut<T>(BlockingCollection<T>? collection, LoopRecord before, int site)
    {
        (bool isTaken, Stamp stamp) = _out;
        _out = default;
        if (isTaken) return stamp.TakenOutAt(site);
        // It may stand on a collection that the program has given to it.
        return collection is null ? LoopRecord.Nothing(before) : Woven.RecordOfHolder<Recording>(BlockedCollection<T>.Of(collection), site).OrNothing(before);
    }

    /// <summary>A call that may add an item, or fail to: when it is over, nothing is told any more.</summary>
    internal readonly struct Told(bool isTold) : IDisposable
    {
        public void Dispose()
        {
            if (isTold) _in = default;
        }
    }
}
