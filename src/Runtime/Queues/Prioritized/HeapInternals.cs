using System.Runtime.CompilerServices;

namespace Weft.Queues.Prioritized;

/// <summary>The private members of a <see cref="PriorityQueue{TElement, TPriority}"/>: a heap in an array, in which each node has four children.</summary>
internal static class HeapInternals<TElement, TPriority>
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_nodes")]
    internal static extern ref (TElement Element, TPriority Priority)[] Nodes(PriorityQueue<TElement, TPriority> queue);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_version")]
    internal static extern ref int Version(PriorityQueue<TElement, TPriority> queue);

    /// <summary>Binds the accessors; see <see cref="Weft.Flows.BaseLibrary"/>.</summary>
    internal static void UseAccessors(PriorityQueue<TElement, TPriority> queue) => _ = Nodes(queue).Length + Version(queue);
}
