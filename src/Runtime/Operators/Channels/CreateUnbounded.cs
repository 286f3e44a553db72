using System.Threading.Channels;
using Weft.Channels;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Channel.CreateUnbounded</c>: items keep their spans on the way through the channel.</summary>
    public static Channel<T> CreateUnbounded<TLineage, T>(int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording ? new LineageChannel<T>(Channel.CreateUnbounded<Message<T>>()) : Channel.CreateUnbounded<T>();
    }

    /// <summary>The woven form of <c>Channel.CreateUnbounded</c>: items keep their spans on the way through the channel.</summary>
    public static Channel<T> CreateUnbounded<TLineage, T>(UnboundedChannelOptions options, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording ? new LineageChannel<T>(Channel.CreateUnbounded<Message<T>>(options)) : Channel.CreateUnbounded<T>(options);
    }

    /// <summary>The woven form of <c>Channel.CreateUnboundedPrioritized</c>: items keep their spans on the way through the channel.</summary>
    public static Channel<T> CreateUnboundedPrioritized<TLineage, T>(int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording
            ? new LineageChannel<T>(Channel.CreateUnboundedPrioritized(new UnboundedPrioritizedChannelOptions<Message<T>> { Comparer = new MessageComparer<T>(null) }))
            : Channel.CreateUnboundedPrioritized<T>();
    }

    /// <summary>The woven form of <c>Channel.CreateUnboundedPrioritized</c>: items keep their spans on the way through the channel.</summary>
    public static Channel<T> CreateUnboundedPrioritized<TLineage, T>(UnboundedPrioritizedChannelOptions<T> options, int site) where TLineage : struct, ILineage
    {
        _ = site;
        if (!TLineage.IsRecording || options is null) return Channel.CreateUnboundedPrioritized(options!);
        return new LineageChannel<T>(Channel.CreateUnboundedPrioritized(new UnboundedPrioritizedChannelOptions<Message<T>>
        {
            AllowSynchronousContinuations = options.AllowSynchronousContinuations,
            Comparer = new MessageComparer<T>(options.Comparer),
            SingleReader = options.SingleReader,
            SingleWriter = options.SingleWriter,
        }));
    }
}
