using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Sort()</c>: records keep their spans; of equal values in the order in which they stood.</summary>
    public static ImmutableArray<T> Sort<TLineage, T>(in ImmutableArray<T> array, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Sort();
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Sort(comparison)</c>: records keep their spans; of equal values in the order in which they stood.</summary>
    public static ImmutableArray<T> Sort<TLineage, T>(in ImmutableArray<T> array, Comparison<T> comparison, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Sort(comparison);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Sort(comparer)</c>: records keep their spans; of equal values in the order in which they stood.</summary>
    public static ImmutableArray<T> Sort<TLineage, T>(in ImmutableArray<T> array, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Sort(comparer);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Sort(index, count, comparer)</c>: records keep their spans; of equal values in the order in which they stood.</summary>
    public static ImmutableArray<T> Sort<TLineage, T>(in ImmutableArray<T> array, int index, int count, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Sort(index, count, comparer);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }
}
