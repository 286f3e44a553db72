using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Flows.Loops;

namespace Weft.Queues.Concurrent;

/// <summary>What woven code does where it puts something into a concurrent collection of a kind, or takes something out.</summary>
internal static class SharedAccess<TKind, TCollection, T>
    where TKind : struct, IConcurrentKind<TCollection, T>
    where TCollection : class
{
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps what is woven short
    internal static void Put(TCollection collection, T item, LoopRecord record, int site)
    {
        if (StampedCollections<TKind, TCollection, T>.FindOrAttach(collection, record, site) is { } stamps)
        {
            stamps.Put(collection, item, Stamp.Of(record, site));
            return;
        }
        TKind.Put(collection, item);
        if (!record.IsNone) FilledCollections.Tell(collection, site);
    }

    internal static bool TryTake(TCollection collection, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        if (StampedCollections<TKind, TCollection, T>.Find(collection) is not { } stamps)
        {
            record = Untold(collection, record, site);
            return TKind.TryTake(collection, out item);
        }
        return Told(stamps.TryTake(collection, out item, out Stamp stamp), stamp, ref record, site);
    }

    internal static bool TryPeek(TCollection collection, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        if (StampedCollections<TKind, TCollection, T>.Find(collection) is not { } stamps)
        {
            record = Untold(collection, record, site);
            return TKind.TryPeek(collection, out item);
        }
        return Told(stamps.TryPeek(collection, out item, out Stamp stamp), stamp, ref record, site);
    }

    private static bool Told(bool isThere, Stamp stamp, ref LoopRecord record, int site)
    {
        record = isThere ? stamp.TakenOutAt(site) : LoopRecord.Nothing(record);
        return isThere;
    }

    // Of a collection that nobody follows one by one: none, or what says where lineage ends.
    private static LoopRecord Untold(TCollection collection, LoopRecord before, int site) => Woven.RecordOfHolder<Recording>(collection, site).OrNothing(before);
}
