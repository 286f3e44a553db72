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

    /// <summary>The woven form of <c>Channel.CreateBounded</c>: items keep their spans on the way through the channel.</summary>
    public static Channel<T> CreateBounded<TLineage, T>(BoundedChannelOptions options, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording ? new LineageChannel<T>(Channel.CreateBounded<Message<T>>(options)) : Channel.CreateBounded<T>(options);
    }

    /// <summary>The woven form of <c>Channel.CreateBounded</c>: items keep their spans on the way through the channel.</summary>
    public static Channel<T> CreateBounded<TLineage, T>(BoundedChannelOptions options, Action<T>? itemDropped, int site) where TLineage : struct, ILineage
    {
        _ = site;
        return TLineage.IsRecording
            ? new LineageChannel<T>(Channel.CreateBounded<Message<T>>(options, itemDropped is null ? null : message => itemDropped(message.Item)))
            : Channel.CreateBounded(options, itemDropped);
    }
}
