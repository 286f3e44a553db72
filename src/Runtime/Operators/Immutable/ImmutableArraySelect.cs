using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.Select(immutableArray, selector)</c>: the image of one record has that record's span.</summary>
    public static IEnumerable<TResult> Select<TLineage, T, TResult>(ImmutableArray<T> immutableArray, Func<T, TResult> selector, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && !immutableArray.IsDefault ? Select<TLineage, T, TResult>(ImmutableCollectionsMarshal.AsArray(immutableArray)!, selector, site) : immutableArray.Select(selector);
}
