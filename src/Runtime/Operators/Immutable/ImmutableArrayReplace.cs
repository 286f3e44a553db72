using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Replace(oldValue, newValue)</c>: records keep their spans, the new value is a root of the call.</summary>
    public static ImmutableArray<T> Replace<TLineage, T>(in ImmutableArray<T> array, T oldValue, T newValue, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Replace(oldValue, newValue);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }

    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Replace(oldValue, newValue, equalityComparer)</c>: records keep their spans, the new value is a root of the call.</summary>
    public static ImmutableArray<T> Replace<TLineage, T>(in ImmutableArray<T> array, T oldValue, T newValue, IEqualityComparer<T>? equalityComparer, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Replace(oldValue, newValue, equalityComparer);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Rearranged(before, made, site) : made;
    }
}
