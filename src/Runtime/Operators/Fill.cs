using System.Runtime.CompilerServices;
using Weft.Carriers.Replies;
using Weft.Flows;
using Weft.Flows.Loops;

namespace Weft;

public static partial class Woven
{
    /// <summary>Follows what puts a value into a collection where nobody follows it: answers about the collection say so, unless it has lineage that tells of changes itself.</summary>
    /// <param name="collection">The collection; null is none.</param>
    /// <param name="record">What the value is made of; of none, nothing is said.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one a record; of untraced ones a comparison is left
    public static void Fill<TLineage>(object? collection, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && !record.IsNone) FilledCollections.Tell(collection, site);
    }

    /// <summary>Follows what copies records of one collection into another, where nobody follows which: answers about the other say so, where the first has lineage.</summary>
    /// <param name="to">The collection that is written to; null is none.</param>
    /// <param name="from">The collection that is read; null is none.</param>
    /// <param name="site">The call's site.</param>
    public static void Copied<TLineage>(object? to, object? from, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && to is not null && from is not null && !ReferenceEquals(to, from) && Origin.MayCarry(from)) FilledCollections.Tell(to, site);
    }

    /// <summary>The record that a call takes out of a collection, or shows there, of which only the whole is known: none, or one that says where lineage ends.</summary>
    /// <param name="collection">The collection; null is none.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, what is left is a look at the object's header
    public static LoopRecord RecordOfHolder<TLineage>(object? collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && IdentityHash.OfKnown(collection) != 0 ? FilledCollections.RecordOf(collection, site) : default;

    /// <summary>Stands in front of a call of a method that may put its arguments into collections.</summary>
    /// <param name="record">The record that the arguments are made of.</param>
    /// <param name="method">The number by which the method knows that the record is for it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static void Hand<TLineage>(LoopRecord record, int method) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && method == HandedRecord.Sending) AskingCall.Begin(); // a constant where it is woven in
        if (TLineage.IsRecording && (!record.IsNone || HandedRecord.AreAny)) HandedRecord.Hand(record, method);
    }

    /// <summary>Stands at the beginning of such a method: takes the record that it was called with.</summary>
    /// <param name="record">Where the method keeps it.</param>
    /// <param name="state">The state of an asynchronous method, which begins with -1.</param>
    /// <param name="method">The method's number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static void Handed<TLineage>(ref LoopRecord record, int state, int method) where TLineage : struct, ILineage
    {
        // Of a method that has no other locals this one is not cleared.
        if (state == -1) record = TLineage.IsRecording && HandedRecord.AreAny ? HandedRecord.Take(method) : default;
    }

    /// <summary>Follows such a call: what nobody took is taken back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static void TakeBack<TLineage>() where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && HandedRecord.AreAny) HandedRecord.TakeBack();
    }
}
