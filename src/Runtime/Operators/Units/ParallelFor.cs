using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(int fromInclusive, int toExclusive, Action<int> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, body!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(int fromInclusive, int toExclusive, Action<int, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, body!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage, TLocal>(int fromInclusive, int toExclusive, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.For(fromInclusive, toExclusive, localInit!, body!, localFinally!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, work.BeginWith(localInit), work.Body(body), ParallelWork.EndWith(localFinally));
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, body!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, parallelOptions, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, body!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, parallelOptions, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage, TLocal>(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, localInit!, body!, localFinally!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, parallelOptions, work.BeginWith(localInit), work.Body(body), ParallelWork.EndWith(localFinally));
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(long fromInclusive, long toExclusive, Action<long> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, body!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(long fromInclusive, long toExclusive, Action<long, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, body!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage, TLocal>(long fromInclusive, long toExclusive, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.For(fromInclusive, toExclusive, localInit!, body!, localFinally!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, work.BeginWith(localInit), work.Body(body), ParallelWork.EndWith(localFinally));
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, body!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, parallelOptions, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, body!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, parallelOptions, work.Begin, work.Body(body), ParallelWork.End);
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage, TLocal>(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, localInit!, body!, localFinally!);
        using var work = new ParallelWork("Parallel.For", site);
        return Parallel.For(fromInclusive, toExclusive, parallelOptions, work.BeginWith(localInit), work.Body(body), ParallelWork.EndWith(localFinally));
    }
}
