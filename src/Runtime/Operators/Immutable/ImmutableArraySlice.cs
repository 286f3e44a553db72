using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.Slice(start, length)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> Slice<TLineage, T>(in ImmutableArray<T> array, int start, int length, int site) where TLineage : struct, ILineage
    {
        ImmutableArray<T> made = array.Slice(start, length);
        return Operators.Materialise.ImmutablePart<TLineage, T>(made, ImmutableCollectionsMarshal.AsArray(array), start, site);
    }
}
