using System.Collections.Immutable;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.RemoveRange(index, count)</c>: records that stay keep their spans.</summary>
    public static ImmutableList<T> RemoveRange<TLineage, T>(ImmutableList<T> list, int index, int count, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Of(list, list.RemoveRange(index, count), (column, step) => column.Without(index, count, step), site) : list.RemoveRange(index, count);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.RemoveRange(items)</c>: records that stay keep their spans.</summary>
    public static ImmutableList<T> RemoveRange<TLineage, T>(ImmutableList<T> list, IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Rearranged(list, list.RemoveRange(items), site) : list.RemoveRange(items);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.RemoveRange(items, equalityComparer)</c>: records that stay keep their spans.</summary>
    public static ImmutableList<T> RemoveRange<TLineage, T>(ImmutableList<T> list, IEnumerable<T> items, IEqualityComparer<T>? equalityComparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Rearranged(list, list.RemoveRange(items, equalityComparer), site) : list.RemoveRange(items, equalityComparer);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.RemoveAll(match)</c>: records that stay keep their spans.</summary>
    public static ImmutableList<T> RemoveAll<TLineage, T>(ImmutableList<T> list, Predicate<T> match, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && list is not null ? Operators.ImmutableListEdits.Chosen(list, match, isKept: false, list.RemoveAll, site) : list!.RemoveAll(match);
}
