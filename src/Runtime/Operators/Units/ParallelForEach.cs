using Weft.Events.Deferred;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(IEnumerable<TSource> source, Action<TSource> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, body!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, ExecutionUnitScope>(source, work.Begin, (item, state, worker) =>
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

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(IEnumerable<TSource> source, Action<TSource, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, body!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, ExecutionUnitScope>(source, work.Begin, (item, state, worker) =>
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

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(IEnumerable<TSource> source, Action<TSource, ParallelLoopState, long> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, body!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, ExecutionUnitScope>(source, work.Begin, (item, state, index, worker) =>
                {
                    work.Pass(worker);
                    body(item, state, index);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource, TLocal>(IEnumerable<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.ForEach(source, localInit!, body!, localFinally!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, (ExecutionUnitScope Worker, TLocal Local)>(source, () => (work.Begin(), localInit()), (item, state, worker) =>
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

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource, TLocal>(IEnumerable<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.ForEach(source, localInit!, body!, localFinally!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, (ExecutionUnitScope Worker, TLocal Local)>(source, () => (work.Begin(), localInit()), (item, state, index, worker) =>
                {
                    work.Pass(worker.Worker);
                    return (worker.Worker, body(item, state, index, worker.Local));
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

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, parallelOptions, body!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, ExecutionUnitScope>(source, parallelOptions, work.Begin, (item, state, worker) =>
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

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, parallelOptions, body!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, ExecutionUnitScope>(source, parallelOptions, work.Begin, (item, state, worker) =>
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

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null) return Parallel.ForEach(source, parallelOptions, body!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, ExecutionUnitScope>(source, parallelOptions, work.Begin, (item, state, index, worker) =>
                {
                    work.Pass(worker);
                    body(item, state, index);
                    return worker;
                }, static worker => worker.Dispose());
        }
        finally
        {
            work.End(caller);
        }
    }

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource, TLocal>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.ForEach(source, parallelOptions, localInit!, body!, localFinally!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, (ExecutionUnitScope Worker, TLocal Local)>(source, parallelOptions, () => (work.Begin(), localInit()), (item, state, worker) =>
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

    /// <summary>The woven form of <c>Parallel.ForEach</c>: each worker is a unit.</summary>
    public static ParallelLoopResult ParallelForEach<TLineage, TSource, TLocal>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || body is null || localInit is null || localFinally is null) return Parallel.ForEach(source, parallelOptions, localInit!, body!, localFinally!);
        var work = new ParallelWork("Parallel.ForEach", site);
        ExecutionUnit caller = ExecutionUnit.Current;
        try
        {
            return Parallel.ForEach<TSource, (ExecutionUnitScope Worker, TLocal Local)>(source, parallelOptions, () => (work.Begin(), localInit()), (item, state, index, worker) =>
                {
                    work.Pass(worker.Worker);
                    return (worker.Worker, body(item, state, index, worker.Local));
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
