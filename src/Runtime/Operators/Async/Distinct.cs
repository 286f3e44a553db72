using Weft.Flows.Async;
using Weft.Operators;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Distinct</c>: the first record of its value passes.</summary>
    public static IAsyncEnumerable<TSource> Distinct<TLineage, TSource>(IAsyncEnumerable<TSource> source, IEqualityComparer<TSource>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncWitnesses.Of(source, AsyncGroupBy.Itself, comparer, comparer, static (records, comparer) => AsyncEnumerable.Distinct(records, comparer), site)
            : AsyncEnumerable.Distinct(source, comparer);
}
