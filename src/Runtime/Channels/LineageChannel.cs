using System.Diagnostics;
using System.Threading.Channels;

namespace Weft.Channels;

/// <summary>A channel whose items carry spans: one of .NET's own, of messages, seen as one of items.</summary>
// Design: a table of spans beside the channel could not tell which of two writers came first. An item and its span are one message of a channel of .NET's,
// which keeps its order, bounds, waiting and completion. The classes of .NET's channels are internal, so that no program can tell this one by its type.
[DebuggerDisplay("Items = {ItemCount}, Closed = {IsClosed}")]
[DebuggerTypeProxy(typeof(ChannelForDebugger<>))]
internal sealed class LineageChannel<T> : Channel<T>
{
    /// <param name="messages">The channel of messages.</param>
    /// <param name="dropped">What the channel drops where it is full; null of one that drops nothing.</param>
    internal LineageChannel(Channel<Message<T>> messages, DroppedItems? dropped = null)
    {
        var readers = new ReadersWait();
        Reader = new LineageChannelReader<T>(messages.Reader, readers);
        Writer = new LineageChannelWriter<T>(messages.Writer, readers, dropped);
    }

    private int ItemCount => new ChannelForDebugger<T>(this).Items.Length;

    private bool IsClosed => Reader.Completion.IsCompleted;
}
