using System.Threading.Channels;
using Weft.Channels;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Channel.CreateBounded</c>: items keep their spans on the way through the channel.</summary>
    public static Channel<T> CreateBounded<TLineage, T>(int capacity, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording ? new LineageChannel<T>(Channel.CreateBounded<Message<T>>(capacity)) : Channel.CreateBounded<T>(capacity);
    }

    /// <summary>The woven form of <c>Channel.CreateBounded</c>: items keep their spans on the way through the channel; those that it drops are an output.</summary>
    public static Channel<T> CreateBounded<TLineage, T>(BoundedChannelOptions options, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && options is not null ? Dropping<T>(options, null, site) : Channel.CreateBounded<T>(options!);

    /// <summary>The woven form of <c>Channel.CreateBounded</c>: items keep their spans on the way through the channel; those that it drops are an output.</summary>
    public static Channel<T> CreateBounded<TLineage, T>(BoundedChannelOptions options, Action<T>? itemDropped, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && options is not null ? Dropping(options, itemDropped, site) : Channel.CreateBounded(options!, itemDropped);

    private static LineageChannel<T> Dropping<T>(BoundedChannelOptions options, Action<T>? itemDropped, int site)
    {
        if (options.FullMode == BoundedChannelFullMode.Wait) return new(Channel.CreateBounded<Message<T>>(options, itemDropped is null ? null : message => itemDropped(message.Item)));
        var dropped = new DroppedItems(options.FullMode, site);
        return new(Channel.CreateBounded<Message<T>>(options, message =>
        {
            dropped.Add(message.Span);
            itemDropped?.Invoke(message.Item);
        }), dropped);
    }
}
