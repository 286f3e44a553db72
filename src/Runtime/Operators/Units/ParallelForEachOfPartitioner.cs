using System.Collections.Concurrent;
using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(Partitioner<TSource> source, Action<TSource> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, body!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(Partitioner<TSource> source, Action<TSource, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, body!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource, TLocal>(Partitioner<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.ForEach(source, localInit!, body!, localFinally!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, work.BeginWith(localInit), work.Body(body), ParallelWork.EndWith(localFinally));
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(OrderablePartitioner<TSource> source, Action<TSource, ParallelLoopState, long> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, body!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource, TLocal>(OrderablePartitioner<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.ForEach(source, localInit!, body!, localFinally!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, work.BeginWith(localInit), work.Body(body), ParallelWork.EndWith(localFinally));
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(Partitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, parallelOptions, body!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, parallelOptions, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(Partitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, parallelOptions, body!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, parallelOptions, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource, TLocal>(Partitioner<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.ForEach(source, parallelOptions, localInit!, body!, localFinally!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, parallelOptions, work.BeginWith(localInit), work.Body(body), ParallelWork.EndWith(localFinally));
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(OrderablePartitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, parallelOptions, body!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, parallelOptions, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource, TLocal>(OrderablePartitioner<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.ForEach(source, parallelOptions, localInit!, body!, localFinally!);
        using ParallelWork work = ParallelWork.Over(source, "Parallel.ForEach", site);
        return Parallel.ForEach(source, parallelOptions, work.BeginWith(localInit), work.Body(body), ParallelWork.EndWith(localFinally));
    }
}
