using System.Collections;
using System.Runtime.CompilerServices;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>What a loop reads that knows a collection by an enumerator of the collection's own: known from its start; null where nobody traced it.</summary>
    /// <param name="collection">The collection; null where it is not known.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, what is left is a look at the object's header
    public static LoopSource? LoopOver<TLineage>(object? collection) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && !(IdentityHash.OfKnown(collection) == 0 && collection is ICollection and not ValueType) ? LoopSource.Over(collection) : null;

    /// <summary>What the loop of a method that is no iterator reads: known from its start when an iterator yields the records, or where only the sequence tells them; else to be found out.</summary>
    /// <param name="records">The loop's enumerator.</param>
    /// <param name="collection">The sequence; null where it is not known.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static LoopSource? Loop<TLineage, T>(IEnumerator<T> records, object? collection) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording) return null;
        if (records is IYieldsRecords) return LoopSource.Follow(records);
        return records is Flow or List<T>.Enumerator ? null : LoopOver<TLineage>(collection);
    }

    /// <summary>Follows each <c>MoveNext</c> of a loop.</summary>
    /// <param name="source">What is known of the loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // one a record
    public static void MovedOn<TLineage>(LoopSource? source) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && source is not null) source.Move();
    }

    /// <summary>The record that a loop is at which knows a collection by an enumerator of the collection's own.</summary>
    /// <param name="source">What is known of the loop.</param>
    /// <param name="site">The site that asks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as above
    public static LoopRecord RecordOfLoop<TLineage>(LoopSource? source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null ? source.Counted(site) : default;
}
