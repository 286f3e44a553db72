using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.Where(immutableArray, predicate)</c>: records pass with their spans.</summary>
    public static IEnumerable<T> Where<TLineage, T>(ImmutableArray<T> immutableArray, Func<T, bool> predicate, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && !immutableArray.IsDefault ? Where<TLineage, T>(ImmutableCollectionsMarshal.AsArray(immutableArray)!, predicate, site) : immutableArray.Where(predicate);
}
