using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Remove(item)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> Remove<TLineage, T>(in ImmutableArray<T> array, T item, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Remove(item);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Remove(item, equalityComparer)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> Remove<TLineage, T>(in ImmutableArray<T> array, T item, IEqualityComparer<T>? equalityComparer, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Remove(item, equalityComparer);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }
}
