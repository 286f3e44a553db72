using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(int fromInclusive, int toExclusive, Action<int> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, body!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<ExecutionUnitScope>(fromInclusive, toExclusive, work.Begin, (item, state, worker) =>
                {
                    work.Pass(worker);
                    body(item);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(int fromInclusive, int toExclusive, Action<int, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, body!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<ExecutionUnitScope>(fromInclusive, toExclusive, work.Begin, (item, state, worker) =>
                {
                    work.Pass(worker);
                    body(item, state);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage, TLocal>(int fromInclusive, int toExclusive, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.For(fromInclusive, toExclusive, localInit!, body!, localFinally!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<(ExecutionUnitScope Worker, TLocal Local)>(fromInclusive, toExclusive, () => (work.Begin(), localInit()), (item, state, worker) =>
                {
                    work.Pass(worker.Worker);
                    return (worker.Worker, body(item, state, worker.Local));
                }, worker =>
                {
                    using (worker.Worker) localFinally(worker.Local);
                });
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, body!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<ExecutionUnitScope>(fromInclusive, toExclusive, parallelOptions, work.Begin, (item, state, worker) =>
                {
                    work.Pass(worker);
                    body(item);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, body!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<ExecutionUnitScope>(fromInclusive, toExclusive, parallelOptions, work.Begin, (item, state, worker) =>
                {
                    work.Pass(worker);
                    body(item, state);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage, TLocal>(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, localInit!, body!, localFinally!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<(ExecutionUnitScope Worker, TLocal Local)>(fromInclusive, toExclusive, parallelOptions, () => (work.Begin(), localInit()), (item, state, worker) =>
                {
                    work.Pass(worker.Worker);
                    return (worker.Worker, body(item, state, worker.Local));
                }, worker =>
                {
                    using (worker.Worker) localFinally(worker.Local);
                });
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(long fromInclusive, long toExclusive, Action<long> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, body!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<ExecutionUnitScope>(fromInclusive, toExclusive, work.Begin, (item, state, worker) =>
                {
                    work.Pass(worker);
                    body(item);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(long fromInclusive, long toExclusive, Action<long, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, body!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<ExecutionUnitScope>(fromInclusive, toExclusive, work.Begin, (item, state, worker) =>
                {
                    work.Pass(worker);
                    body(item, state);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage, TLocal>(long fromInclusive, long toExclusive, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.For(fromInclusive, toExclusive, localInit!, body!, localFinally!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<(ExecutionUnitScope Worker, TLocal Local)>(fromInclusive, toExclusive, () => (work.Begin(), localInit()), (item, state, worker) =>
                {
                    work.Pass(worker.Worker);
                    return (worker.Worker, body(item, state, worker.Local));
                }, worker =>
                {
                    using (worker.Worker) localFinally(worker.Local);
                });
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, body!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<ExecutionUnitScope>(fromInclusive, toExclusive, parallelOptions, work.Begin, (item, state, worker) =>
                {
                    work.Pass(worker);
                    body(item);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage>(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, body!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<ExecutionUnitScope>(fromInclusive, toExclusive, parallelOptions, work.Begin, (item, state, worker) =>
                {
                    work.Pass(worker);
                    body(item, state);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.For</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelFor<TLineage, TLocal>(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.For(fromInclusive, toExclusive, parallelOptions, localInit!, body!, localFinally!);
        var work = new ParallelWork("Parallel.For", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.For<(ExecutionUnitScope Worker, TLocal Local)>(fromInclusive, toExclusive, parallelOptions, () => (work.Begin(), localInit()), (item, state, worker) =>
                {
                    work.Pass(worker.Worker);
                    return (worker.Worker, body(item, state, worker.Local));
                }, worker =>
                {
                    using (worker.Worker) localFinally(worker.Local);
                });
        }
        finally
        {
            work.End(caller);
        }
    }
}
