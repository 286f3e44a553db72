using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new TransformManyBlock</c>: a result follows from its message, which is the current record while the delegate runs, and from the record in the delegate's sequence.</summary>
    public static TransformManyBlock<TInput, TOutput> NewTransformManyBlock<TLineage, TInput, TOutput>(Func<TInput, IEnumerable<TOutput>> transform, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformManyBlock<TInput, TOutput>(transform!);
        var followed = new FollowedTransformMany<TInput, TOutput>(site);
        return Blocks.Followed(new TransformManyBlock<TInput, TOutput>(followed.Around(transform)), followed.Follow);
    }

    /// <summary>The woven form of <c>new TransformManyBlock</c>: a result follows from its message, which is the current record while the delegate runs, and from the record in the delegate's sequence.</summary>
    public static TransformManyBlock<TInput, TOutput> NewTransformManyBlock<TLineage, TInput, TOutput>(Func<TInput, IEnumerable<TOutput>> transform, ExecutionDataflowBlockOptions dataflowBlockOptions, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformManyBlock<TInput, TOutput>(transform!, dataflowBlockOptions);
        var followed = new FollowedTransformMany<TInput, TOutput>(site);
        return Blocks.Followed(new TransformManyBlock<TInput, TOutput>(followed.Around(transform), dataflowBlockOptions), followed.Follow);
    }

    /// <summary>The woven form of <c>new TransformManyBlock</c>: a result follows from its message, which is the current record while the delegate runs, and from the record in the delegate's sequence.</summary>
    public static TransformManyBlock<TInput, TOutput> NewTransformManyBlock<TLineage, TInput, TOutput>(Func<TInput, Task<IEnumerable<TOutput>>> transform, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformManyBlock<TInput, TOutput>(transform!);
        var followed = new FollowedTransformMany<TInput, TOutput>(site);
        return Blocks.Followed(new TransformManyBlock<TInput, TOutput>(followed.Around(transform)), followed.Follow);
    }

    /// <summary>The woven form of <c>new TransformManyBlock</c>: a result follows from its message, which is the current record while the delegate runs, and from the record in the delegate's sequence.</summary>
    public static TransformManyBlock<TInput, TOutput> NewTransformManyBlock<TLineage, TInput, TOutput>(Func<TInput, Task<IEnumerable<TOutput>>> transform, ExecutionDataflowBlockOptions dataflowBlockOptions, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformManyBlock<TInput, TOutput>(transform!, dataflowBlockOptions);
        var followed = new FollowedTransformMany<TInput, TOutput>(site);
        return Blocks.Followed(new TransformManyBlock<TInput, TOutput>(followed.Around(transform), dataflowBlockOptions), followed.Follow);
    }

    /// <summary>The woven form of <c>new TransformManyBlock</c>: a result follows from its message, which is the current record while the delegate runs, and from the record in the delegate's sequence.</summary>
    public static TransformManyBlock<TInput, TOutput> NewTransformManyBlock<TLineage, TInput, TOutput>(Func<TInput, IAsyncEnumerable<TOutput>> transform, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformManyBlock<TInput, TOutput>(transform!);
        var followed = new FollowedTransformMany<TInput, TOutput>(site);
        return Blocks.Followed(new TransformManyBlock<TInput, TOutput>(followed.Around(transform)), followed.Follow);
    }

    /// <summary>The woven form of <c>new TransformManyBlock</c>: a result follows from its message, which is the current record while the delegate runs, and from the record in the delegate's sequence.</summary>
    public static TransformManyBlock<TInput, TOutput> NewTransformManyBlock<TLineage, TInput, TOutput>(Func<TInput, IAsyncEnumerable<TOutput>> transform, ExecutionDataflowBlockOptions dataflowBlockOptions, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformManyBlock<TInput, TOutput>(transform!, dataflowBlockOptions);
        var followed = new FollowedTransformMany<TInput, TOutput>(site);
        return Blocks.Followed(new TransformManyBlock<TInput, TOutput>(followed.Around(transform), dataflowBlockOptions), followed.Follow);
    }
}
