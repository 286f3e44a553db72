using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Aggregate(source, func)</c>: as an output it follows from every record.</summary>
    public static TSource Aggregate<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, TSource, TSource> func, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Aggregate(source, func);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Aggregate(tap.Records, func));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Aggregate(source, seed, func)</c>: as an output it follows from every record.</summary>
    public static TAccumulate Aggregate<TLineage, TSource, TAccumulate>(ParallelQuery<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Aggregate(source, seed, func);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Aggregate(tap.Sequence, seed, func));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Aggregate(source, seed, func, resultSelector)</c>: as an output it follows from every record.</summary>
    public static TResult Aggregate<TLineage, TSource, TAccumulate, TResult>(
        ParallelQuery<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Aggregate(source, seed, func, resultSelector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Aggregate(tap.Sequence, seed, func, resultSelector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Aggregate(source, seed, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector)</c>: as an output it follows from every record.</summary>
    public static TResult Aggregate<TLineage, TSource, TAccumulate, TResult>(
        ParallelQuery<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> updateAccumulatorFunc, Func<TAccumulate, TAccumulate, TAccumulate> combineAccumulatorsFunc, Func<TAccumulate, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Aggregate(source, seed, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Aggregate(tap.Records, seed, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Aggregate(source, seedFactory, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector)</c>: as an output it follows from every record.</summary>
    public static TResult Aggregate<TLineage, TSource, TAccumulate, TResult>(
        ParallelQuery<TSource> source, Func<TAccumulate> seedFactory, Func<TAccumulate, TSource, TAccumulate> updateAccumulatorFunc, Func<TAccumulate, TAccumulate, TAccumulate> combineAccumulatorsFunc, Func<TAccumulate, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Aggregate(source, seedFactory, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Aggregate(tap.Records, seedFactory, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector));
    }
}
