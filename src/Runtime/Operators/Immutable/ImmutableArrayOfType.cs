using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.OfType()</c>: records pass with their spans.</summary>
    public static IEnumerable<TResult> OfType<TLineage, T, TResult>(in ImmutableArray<T> array, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && !array.IsDefaultOrEmpty ? OfType<TLineage, TResult>(ImmutableCollectionsMarshal.AsArray(array)!, site) : array.OfType<TResult>();
}
