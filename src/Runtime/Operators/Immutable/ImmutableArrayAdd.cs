using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Add(item)</c>: records keep their spans, the added value is a root of the call.</summary>
    public static ImmutableArray<T> AddToImmutable<TLineage, T>(in ImmutableArray<T> array, T item, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> before = array, made = before.Add(item);
        return TLineage.IsRecording ? Operators.ImmutableEdits.Insert(before, made, before.Length, 1, site) : made;
    }
}
