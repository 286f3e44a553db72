using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.SelectMany(immutableArray, collectionSelector, resultSelector)</c>: a result follows from the outer and the inner record.</summary>
    public static IEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        ImmutableArray<TSource> immutableArray, Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && !immutableArray.IsDefaultOrEmpty
            ? SelectMany<TLineage, TSource, TCollection, TResult>(ImmutableCollectionsMarshal.AsArray(immutableArray)!, collectionSelector, resultSelector, site)
            : immutableArray.SelectMany(collectionSelector, resultSelector);
}
