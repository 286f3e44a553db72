using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Zip</c>: a result follows from the records of the same position.</summary>
    public static IAsyncEnumerable<TResult> Zip<TLineage, TFirst, TSecond, TResult>(
        IAsyncEnumerable<TFirst> first, IAsyncEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncZipped.Of(first, second, resultSelector, static (first, second, resultSelector) => AsyncEnumerable.Zip(first, second, resultSelector), site)
            : AsyncEnumerable.Zip(first, second, resultSelector);

    /// <summary>The woven form of <c>AsyncEnumerable.Zip</c>: a result follows from the records of the same position.</summary>
    public static IAsyncEnumerable<TResult> Zip<TLineage, TFirst, TSecond, TResult>(
        IAsyncEnumerable<TFirst> first, IAsyncEnumerable<TSecond> second, Func<TFirst, TSecond, CancellationToken, ValueTask<TResult>> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncZipped.Of(first, second, resultSelector, static (first, second, resultSelector) => AsyncEnumerable.Zip(first, second, resultSelector), site)
            : AsyncEnumerable.Zip(first, second, resultSelector);

    /// <summary>The woven form of <c>AsyncEnumerable.Zip</c>: a result follows from the records of the same position.</summary>
    public static IAsyncEnumerable<(TFirst First, TSecond Second)> Zip<TLineage, TFirst, TSecond>(
        IAsyncEnumerable<TFirst> first, IAsyncEnumerable<TSecond> second, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncZipped.Of(first, second, 0, static (first, second, _) => AsyncEnumerable.Zip(first, second), site)
            : AsyncEnumerable.Zip(first, second);

    /// <summary>The woven form of <c>AsyncEnumerable.Zip</c>: a result follows from the records of the same position.</summary>
    public static IAsyncEnumerable<(TFirst First, TSecond Second, TThird Third)> Zip<TLineage, TFirst, TSecond, TThird>(
        IAsyncEnumerable<TFirst> first, IAsyncEnumerable<TSecond> second, IAsyncEnumerable<TThird> third, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncZipped.Of(first, second, third, site)
            : AsyncEnumerable.Zip(first, second, third);
}
