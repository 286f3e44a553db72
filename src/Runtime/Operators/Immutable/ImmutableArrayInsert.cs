using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Insert(index, item)</c>: records keep their spans, the added value is a root of the call.</summary>
    public static ImmutableArray<T> Insert<TLineage, T>(in ImmutableArray<T> array, int index, T item, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Insert(index, item);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, index, 1, site) : made;
    }
}
