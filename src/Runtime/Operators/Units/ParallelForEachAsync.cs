using System.Numerics;
using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Parallel.ForEachAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForEachAsync<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEachAsync(source, body!);
        var loop = new AsyncLoop<TSource>(body, "Parallel.ForEachAsync", site);
        return loop.EndsAll(Parallel.ForEachAsync(loop.Reading(source, site), loop.Run));
    }

    /// <summary>The woven form of <c>Parallel.ForEachAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForEachAsync<TLineage, TSource>(IEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEachAsync(source, cancellationToken, body!);
        var loop = new AsyncLoop<TSource>(body, "Parallel.ForEachAsync", site);
        return loop.EndsAll(Parallel.ForEachAsync(loop.Reading(source, site), cancellationToken, loop.Run));
    }

    /// <summary>The woven form of <c>Parallel.ForEachAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForEachAsync<TLineage, TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEachAsync(source, parallelOptions, body!);
        var loop = new AsyncLoop<TSource>(body, "Parallel.ForEachAsync", site);
        return loop.EndsAll(Parallel.ForEachAsync(loop.Reading(source, site), parallelOptions, loop.Run));
    }

    /// <summary>The woven form of <c>Parallel.ForEachAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForEachAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEachAsync(source, body!);
        var loop = new AsyncLoop<TSource>(body, "Parallel.ForEachAsync", site);
        return loop.EndsAll(Parallel.ForEachAsync(loop.Reading(source, site), loop.Run));
    }

    /// <summary>The woven form of <c>Parallel.ForEachAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForEachAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEachAsync(source, cancellationToken, body!);
        var loop = new AsyncLoop<TSource>(body, "Parallel.ForEachAsync", site);
        return loop.EndsAll(Parallel.ForEachAsync(loop.Reading(source, site), cancellationToken, loop.Run));
    }

    /// <summary>The woven form of <c>Parallel.ForEachAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForEachAsync<TLineage, TSource>(IAsyncEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEachAsync(source, parallelOptions, body!);
        var loop = new AsyncLoop<TSource>(body, "Parallel.ForEachAsync", site);
        return loop.EndsAll(Parallel.ForEachAsync(loop.Reading(source, site), parallelOptions, loop.Run));
    }

    /// <summary>The woven form of <c>Parallel.ForAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForAsync<TLineage, T>(T fromInclusive, T toExclusive, Func<T, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage where T : notnull, IBinaryInteger<T>
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForAsync(fromInclusive, toExclusive, body!);
        var loop = new AsyncLoop<T>(body, "Parallel.ForAsync", site);
        return loop.EndsAll(Parallel.ForAsync(fromInclusive, toExclusive, loop.Run));
    }

    /// <summary>The woven form of <c>Parallel.ForAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForAsync<TLineage, T>(T fromInclusive, T toExclusive, CancellationToken cancellationToken, Func<T, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage where T : notnull, IBinaryInteger<T>
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForAsync(fromInclusive, toExclusive, cancellationToken, body!);
        var loop = new AsyncLoop<T>(body, "Parallel.ForAsync", site);
        return loop.EndsAll(Parallel.ForAsync(fromInclusive, toExclusive, cancellationToken, loop.Run));
    }

    /// <summary>The woven form of <c>Parallel.ForAsync</c>: each pass is a unit.</summary>
    public static Task ParallelForAsync<TLineage, T>(T fromInclusive, T toExclusive, ParallelOptions parallelOptions, Func<T, CancellationToken, ValueTask> body, int site) where TLineage : struct, ILineage where T : notnull, IBinaryInteger<T>
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForAsync(fromInclusive, toExclusive, parallelOptions, body!);
        var loop = new AsyncLoop<T>(body, "Parallel.ForAsync", site);
        return loop.EndsAll(Parallel.ForAsync(fromInclusive, toExclusive, parallelOptions, loop.Run));
    }
}
