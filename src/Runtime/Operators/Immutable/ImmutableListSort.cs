using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.Sort()</c>: records keep their spans.</summary>
    public static ImmutableList<T> Sort<TLineage, T>(ImmutableList<T> list, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Rearranged(list, list.Sort(), site) : list.Sort();

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.Sort(comparison)</c>: records keep their spans.</summary>
    public static ImmutableList<T> Sort<TLineage, T>(ImmutableList<T> list, Comparison<T> comparison, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Rearranged(list, list.Sort(comparison), site) : list.Sort(comparison);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.Sort(comparer)</c>: records keep their spans.</summary>
    public static ImmutableList<T> Sort<TLineage, T>(ImmutableList<T> list, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Rearranged(list, list.Sort(comparer), site) : list.Sort(comparer);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.Sort(index, count, comparer)</c>: records keep their spans.</summary>
    public static ImmutableList<T> Sort<TLineage, T>(ImmutableList<T> list, int index, int count, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Rearranged(list, list.Sort(index, count, comparer), site) : list.Sort(index, count, comparer);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.Reverse()</c>: records keep their spans.</summary>
    public static ImmutableList<T> Reverse<TLineage, T>(ImmutableList<T> list, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Of(list, list.Reverse(), static (column, step) => Operators.ImmutableListEdits.Reversed(column, 0, column.Count, step), site) : list.Reverse();

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.Reverse(index, count)</c>: records keep their spans.</summary>
    public static ImmutableList<T> Reverse<TLineage, T>(ImmutableList<T> list, int index, int count, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Of(list, list.Reverse(index, count), (column, step) => Operators.ImmutableListEdits.Reversed(column, index, count, step), site) : list.Reverse(index, count);
}
