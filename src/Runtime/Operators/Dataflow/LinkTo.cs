using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>DataflowBlock.LinkTo</c>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, TOutput>(ISourceBlock<TOutput> source, ITargetBlock<TOutput> target, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return source.LinkTo(TLineage.IsRecording ? Blocks.Between(source, target) : target);
    }

    /// <summary>The woven form of <c>DataflowBlock.LinkTo</c>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, TOutput>(ISourceBlock<TOutput> source, ITargetBlock<TOutput> target, Predicate<TOutput> predicate, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return source.LinkTo(TLineage.IsRecording ? Blocks.Between(source, target) : target, predicate);
    }

    /// <summary>The woven form of <c>DataflowBlock.LinkTo</c>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, TOutput>(ISourceBlock<TOutput> source, ITargetBlock<TOutput> target, DataflowLinkOptions linkOptions, Predicate<TOutput> predicate, int site)
        where TLineage : struct, ILineage
    {
        _ = site;
        return source.LinkTo(TLineage.IsRecording ? Blocks.Between(source, target) : target, linkOptions, predicate);
    }

    /// <summary>The woven form of <see cref="ISourceBlock{TOutput}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, TOutput>(ISourceBlock<TOutput> source, ITargetBlock<TOutput> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return source.LinkTo(TLineage.IsRecording ? Blocks.Between(source, target) : target, linkOptions);
    }

    /// <summary>The woven form of <see cref="BufferBlock{T}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, T>(BufferBlock<T> source, ITargetBlock<T> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, T>((ISourceBlock<T>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="TransformBlock{TInput, TOutput}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, TInput, TOutput>(TransformBlock<TInput, TOutput> source, ITargetBlock<TOutput> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, TOutput>((ISourceBlock<TOutput>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="TransformManyBlock{TInput, TOutput}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, TInput, TOutput>(TransformManyBlock<TInput, TOutput> source, ITargetBlock<TOutput> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, TOutput>((ISourceBlock<TOutput>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="BatchBlock{T}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, T>(BatchBlock<T> source, ITargetBlock<T[]> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, T[]>((ISourceBlock<T[]>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="JoinBlock{T1, T2}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, T1, T2>(JoinBlock<T1, T2> source, ITargetBlock<Tuple<T1, T2>> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, Tuple<T1, T2>>((ISourceBlock<Tuple<T1, T2>>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="JoinBlock{T1, T2, T3}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, T1, T2, T3>(JoinBlock<T1, T2, T3> source, ITargetBlock<Tuple<T1, T2, T3>> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, Tuple<T1, T2, T3>>((ISourceBlock<Tuple<T1, T2, T3>>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="BatchedJoinBlock{T1, T2}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, T1, T2>(BatchedJoinBlock<T1, T2> source, ITargetBlock<Tuple<IList<T1>, IList<T2>>> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, Tuple<IList<T1>, IList<T2>>>((ISourceBlock<Tuple<IList<T1>, IList<T2>>>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="BatchedJoinBlock{T1, T2, T3}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, T1, T2, T3>(BatchedJoinBlock<T1, T2, T3> source, ITargetBlock<Tuple<IList<T1>, IList<T2>, IList<T3>>> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, Tuple<IList<T1>, IList<T2>, IList<T3>>>((ISourceBlock<Tuple<IList<T1>, IList<T2>, IList<T3>>>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="BroadcastBlock{T}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, T>(BroadcastBlock<T> source, ITargetBlock<T> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, T>((ISourceBlock<T>)source, target, linkOptions, site);

    /// <summary>The woven form of <see cref="WriteOnceBlock{T}.LinkTo"/>: messages keep their spans.</summary>
    public static IDisposable LinkTo<TLineage, T>(WriteOnceBlock<T> source, ITargetBlock<T> target, DataflowLinkOptions linkOptions, int site) where TLineage : struct, ILineage
        => LinkTo<TLineage, T>((ISourceBlock<T>)source, target, linkOptions, site);
}
