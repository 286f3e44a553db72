namespace Weft.Channels;

/// <summary>An item on its way through a channel, with the span of its record.</summary>
/// <param name="Item">The item.</param>
/// <param name="Span">Its span; 0 when code that is not woven has written it.</param>
internal readonly record struct Message<T>(T Item, ulong Span);

/// <summary>Puts messages in the order of their items.</summary>
internal sealed class MessageComparer<T>(IComparer<T>? items) : IComparer<Message<T>>
{
    private readonly IComparer<T> _items = items ?? Comparer<T>.Default;

    /// <inheritdoc/>
    public int Compare(Message<T> x, Message<T> y) => _items.Compare(x.Item, y.Item);
}
