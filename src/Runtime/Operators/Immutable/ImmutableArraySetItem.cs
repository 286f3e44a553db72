using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.SetItem(index, item)</c>: records keep their spans, the new value is a root of the call.</summary>
    public static ImmutableArray<T> SetItem<TLineage, T>(in ImmutableArray<T> array, int index, T item, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.SetItem(index, item);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Replace(before, made, index, site) : made;
    }
}
