namespace Weft.Queues.Concurrent;

/// <summary>The stamp of what one node of a <see cref="System.Collections.Concurrent.ConcurrentStack{T}"/> holds, above those of the nodes that were there before.</summary>
internal sealed class StackEntry(object node, Stamp stamp)
{
    private object? _node = node;

    /// <summary>The node; null when it was taken.</summary>
    internal object? Node
    {
        get => Volatile.Read(ref _node);
        set => Volatile.Write(ref _node, value);
    }

    internal Stamp Stamp { get; } = stamp;

    /// <summary>The entry below; what was taken may be left out.</summary>
    internal StackEntry? Below { get; set; }

    /// <summary>The number of entries from this one down, as far as is known.</summary>
    internal int Depth { get; set; }

    /// <summary>Whether the node was put onto the stack.</summary>
    internal bool IsIn { get; set; }
}
