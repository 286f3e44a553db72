using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Dataflow;
using Weft.Dataflow;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="IReceivableSourceBlock{TOutput}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, TOutput>(IReceivableSourceBlock<TOutput> source, [NotNullWhen(true)] out IList<TOutput>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<TOutput>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);

    /// <summary>The woven form of <see cref="BufferBlock{T}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, T>(BufferBlock<T> source, [NotNullWhen(true)] out IList<T>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<T>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);

    /// <summary>The woven form of <see cref="TransformBlock{TInput, TOutput}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, TInput, TOutput>(TransformBlock<TInput, TOutput> source, [NotNullWhen(true)] out IList<TOutput>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<TOutput>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);

    /// <summary>The woven form of <see cref="TransformManyBlock{TInput, TOutput}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, TInput, TOutput>(TransformManyBlock<TInput, TOutput> source, [NotNullWhen(true)] out IList<TOutput>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<TOutput>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);

    /// <summary>The woven form of <see cref="BatchBlock{T}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, T>(BatchBlock<T> source, [NotNullWhen(true)] out IList<T[]>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<T[]>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);

    /// <summary>The woven form of <see cref="JoinBlock{T1, T2}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, T1, T2>(JoinBlock<T1, T2> source, [NotNullWhen(true)] out IList<Tuple<T1, T2>>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<Tuple<T1, T2>>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);

    /// <summary>The woven form of <see cref="JoinBlock{T1, T2, T3}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, T1, T2, T3>(JoinBlock<T1, T2, T3> source, [NotNullWhen(true)] out IList<Tuple<T1, T2, T3>>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<Tuple<T1, T2, T3>>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);

    /// <summary>The woven form of <see cref="BatchedJoinBlock{T1, T2}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, T1, T2>(BatchedJoinBlock<T1, T2> source, [NotNullWhen(true)] out IList<Tuple<IList<T1>, IList<T2>>>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<Tuple<IList<T1>, IList<T2>>>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);

    /// <summary>The woven form of <see cref="BatchedJoinBlock{T1, T2, T3}.TryReceiveAll"/>: the messages keep their spans in the list.</summary>
    public static bool TryReceiveAll<TLineage, T1, T2, T3>(BatchedJoinBlock<T1, T2, T3> source, [NotNullWhen(true)] out IList<Tuple<IList<T1>, IList<T2>, IList<T3>>>? items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Receiver<Tuple<IList<T1>, IList<T2>, IList<T3>>>.TryReceiveAll(source, out items, site) : source.TryReceiveAll(out items);
}
