using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new TransformBlock</c>: a result follows from its message, which is the current record while the delegate runs.</summary>
    public static TransformBlock<TInput, TOutput> NewTransformBlock<TLineage, TInput, TOutput>(Func<TInput, TOutput> transform, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformBlock<TInput, TOutput>(transform!);
        var followed = new FollowedTransform<TInput, TOutput>(site);
        return Blocks.Followed(new TransformBlock<TInput, TOutput>(followed.Around(transform)), followed.Follow);
    }

    /// <summary>The woven form of <c>new TransformBlock</c>: a result follows from its message, which is the current record while the delegate runs.</summary>
    public static TransformBlock<TInput, TOutput> NewTransformBlock<TLineage, TInput, TOutput>(Func<TInput, TOutput> transform, ExecutionDataflowBlockOptions dataflowBlockOptions, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformBlock<TInput, TOutput>(transform!, dataflowBlockOptions);
        var followed = new FollowedTransform<TInput, TOutput>(site);
        return Blocks.Followed(new TransformBlock<TInput, TOutput>(followed.Around(transform), dataflowBlockOptions), followed.Follow);
    }

    /// <summary>The woven form of <c>new TransformBlock</c>: a result follows from its message, which is the current record while the delegate runs.</summary>
    public static TransformBlock<TInput, TOutput> NewTransformBlock<TLineage, TInput, TOutput>(Func<TInput, Task<TOutput>> transform, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformBlock<TInput, TOutput>(transform!);
        var followed = new FollowedTransform<TInput, TOutput>(site);
        return Blocks.Followed(new TransformBlock<TInput, TOutput>(followed.Around(transform)), followed.Follow);
    }

    /// <summary>The woven form of <c>new TransformBlock</c>: a result follows from its message, which is the current record while the delegate runs.</summary>
    public static TransformBlock<TInput, TOutput> NewTransformBlock<TLineage, TInput, TOutput>(Func<TInput, Task<TOutput>> transform, ExecutionDataflowBlockOptions dataflowBlockOptions, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || transform is null) return new TransformBlock<TInput, TOutput>(transform!, dataflowBlockOptions);
        var followed = new FollowedTransform<TInput, TOutput>(site);
        return Blocks.Followed(new TransformBlock<TInput, TOutput>(followed.Around(transform), dataflowBlockOptions), followed.Follow);
    }
}
