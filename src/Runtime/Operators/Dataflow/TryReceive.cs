using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>DataflowBlock.TryReceive</c>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, TOutput>(IReceivableSourceBlock<TOutput> source, [MaybeNullWhen(false)] out TOutput item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null ? Receiver<TOutput>.TryReceive(source, null, out item, ref record, site) : DataflowBlock.TryReceive(source!, out item);

    /// <summary>The woven form of <see cref="IReceivableSourceBlock{TOutput}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, TOutput>(IReceivableSourceBlock<TOutput> source, Predicate<TOutput>? filter, [MaybeNullWhen(false)] out TOutput item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<TOutput>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="BufferBlock{T}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, T>(BufferBlock<T> source, Predicate<T>? filter, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<T>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="TransformBlock{TInput, TOutput}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, TInput, TOutput>(TransformBlock<TInput, TOutput> source, Predicate<TOutput>? filter, [MaybeNullWhen(false)] out TOutput item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<TOutput>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="TransformManyBlock{TInput, TOutput}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, TInput, TOutput>(TransformManyBlock<TInput, TOutput> source, Predicate<TOutput>? filter, [MaybeNullWhen(false)] out TOutput item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<TOutput>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="BatchBlock{T}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, T>(BatchBlock<T> source, Predicate<T[]>? filter, [NotNullWhen(true)] out T[]? item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<T[]>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="JoinBlock{T1, T2}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, T1, T2>(JoinBlock<T1, T2> source, Predicate<Tuple<T1, T2>>? filter, [NotNullWhen(true)] out Tuple<T1, T2>? item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<Tuple<T1, T2>>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="JoinBlock{T1, T2, T3}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, T1, T2, T3>(JoinBlock<T1, T2, T3> source, Predicate<Tuple<T1, T2, T3>>? filter, [NotNullWhen(true)] out Tuple<T1, T2, T3>? item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<Tuple<T1, T2, T3>>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="BatchedJoinBlock{T1, T2}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, T1, T2>(BatchedJoinBlock<T1, T2> source, Predicate<Tuple<IList<T1>, IList<T2>>>? filter, [NotNullWhen(true)] out Tuple<IList<T1>, IList<T2>>? item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<Tuple<IList<T1>, IList<T2>>>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="BatchedJoinBlock{T1, T2, T3}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, T1, T2, T3>(BatchedJoinBlock<T1, T2, T3> source, Predicate<Tuple<IList<T1>, IList<T2>, IList<T3>>>? filter, [NotNullWhen(true)] out Tuple<IList<T1>, IList<T2>, IList<T3>>? item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<Tuple<IList<T1>, IList<T2>, IList<T3>>>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="BroadcastBlock{T}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, T>(BroadcastBlock<T> source, Predicate<T>? filter, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<T>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);

    /// <summary>The woven form of <see cref="WriteOnceBlock{T}.TryReceive"/>, in a method that puts what it receives into a collection or block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="filter">What the message has to be like.</param>
    /// <param name="item">The message.</param>
    /// <param name="record">Its record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryReceive<TLineage, T>(WriteOnceBlock<T> source, Predicate<T>? filter, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<T>.TryReceive(source, filter, out item, ref record, site) : source.TryReceive(filter, out item);
}
