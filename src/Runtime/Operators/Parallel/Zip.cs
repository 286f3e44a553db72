using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Zip</c>: a result follows from the records of the same position.</summary>
    public static ParallelQuery<TResult> Zip<TLineage, TFirst, TSecond, TResult>(ParallelQuery<TFirst> first, ParallelQuery<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        ParallelQuery<TResult> query = ParallelEnumerable.Zip(first, second, resultSelector);
        return TLineage.IsRecording ? ParallelPairs.Of(
            query, first, second, resultSelector, static (first, second, resultSelector, derivation) => first.Zip(second, (a, b) => derivation.Derive(resultSelector(a.Value, b.Value), a.Span, b.Span)), site) : query;
    }
}
