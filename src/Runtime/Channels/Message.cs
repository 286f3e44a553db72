using Weft.Queues;

namespace Weft.Channels;

/// <summary>An item on its way through a channel.</summary>
/// <param name="Item">The item.</param>
/// <param name="Stamp">The span of its record, and who wrote it behind which event; without a span when code that is not woven has written it.</param>
internal readonly record struct Message<T>(T Item, Stamp Stamp)
{
    /// <summary>Its span; 0 when code that is not woven has written it.</summary>
    internal ulong Span => Stamp.Span;
}

/// <summary>Puts messages in the order of their items.</summary>
internal sealed class MessageComparer<T>(IComparer<T>? items) : IComparer<Message<T>>
{
    private readonly IComparer<T> _items = items ?? Comparer<T>.Default;

    /// <inheritdoc/>
    public int Compare(Message<T> x, Message<T> y) => _items.Compare(x.Item, y.Item);
}
