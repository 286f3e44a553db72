using System.Runtime.CompilerServices;
using Weft.Flows;
using Weft.Flows.Loops;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="List{T}.Add"/> in the body of a loop, or of what was taken out: the item follows from the record that the loop is at, or that was taken out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // what is left of a loop over untraced records is the Add
    public static void Add<TLineage, T>(List<T> list, T item, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && !record.IsNone) LoopTargets.Add(list, item, record, site);
        else list.Add(item);
    }

    /// <summary>The record that a loop over a sequence is at.</summary>
    /// <param name="records">The loop's enumerator.</param>
    /// <param name="source">What is known of the loop; null at its start.</param>
    /// <param name="site">The site that asks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord RecordOf<TLineage, T>(IEnumerator<T> records, ref LoopSource? source, int site) where TLineage : struct, ILineage
    {
        // The reference goes no further: else the caller's local would have to be kept in memory.
        if (!TLineage.IsRecording || source == LoopSource.Untraced) return default;
        return (source ??= LoopSource.Of(records, site)).Current(records, site);
    }

    /// <summary>The record that a loop over a list is at.</summary>
    /// <param name="records">The loop's enumerator.</param>
    /// <param name="source">What is known of the loop; null at its start.</param>
    /// <param name="site">The site that asks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord RecordOf<TLineage, T>(List<T>.Enumerator records, ref LoopSource? source, int site) where TLineage : struct, ILineage
    {
        // The reference goes no further: else the caller's local would have to be kept in memory.
        if (!TLineage.IsRecording || source == LoopSource.Untraced) return default;
        return (source ??= LoopSource.Of(records, site)).Current(records, site);
    }

    /// <summary>The record that a loop over an array is at.</summary>
    /// <param name="array">The array.</param>
    /// <param name="index">Where the loop is.</param>
    /// <param name="source">What is known of the loop; null at its start.</param>
    /// <param name="site">The site that asks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord RecordAt<TLineage, T>(T[] array, int index, ref LoopSource? source, int site) where TLineage : struct, ILineage
    {
        // As RecordOf.
        if (!TLineage.IsRecording || source == LoopSource.Untraced) return default;
        return (source ??= LoopSource.Of(array, site)).Current(index, site);
    }

    /// <summary>The record of an item that is read by its index, in a method that puts it into a collection or channel.</summary>
    /// <param name="collection">An array, or anything else with an index; null is none.</param>
    /// <param name="index">The index; one that is not there gives no record.</param>
    /// <param name="isChanged">Whether the method changes it as well, in a way that it does not tell.</param>
    /// <param name="source">What the last read there gave.</param>
    /// <param name="site">The site of the read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, what is left is a look at the object's header
    public static LoopRecord RecordOfItem<TLineage>(object? collection, int index, bool isChanged, ref LoopSource? source, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || collection is null || (IdentityHash.OfKnown(collection) == 0 && collection is System.Collections.ICollection)) return default;
        return (source = LoopSource.OfItems(source, collection, isChanged, site))?.Item(index) ?? default;
    }

    /// <summary>What an item follows from that is added at the site, in a loop within another one: both records, where both carry spans. The inner one may itself stand for those of several loops.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord Within<TLineage>(LoopRecord inner, LoopRecord outer, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || outer.Span == 0) return inner;
        return inner.Span == 0 ? outer : LoopRecord.Derive(inner, outer, site);
    }

    /// <summary>What an item follows from that may be made of other records than those that the loops around it are at: its answer is incomplete.</summary>
    /// <param name="record">The record that the loops are at.</param>
    /// <param name="site">The site that adds the item.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord Kept<TLineage>(LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && !record.IsNone ? KeptRecords.With(record, site) : record;
}
