using System.Diagnostics.CodeAnalysis;

namespace Weft.Queues.Prioritized;

/// <summary>The spans of nodes that may stand anywhere in a heap, by what they are: of nodes that are the same, the one that was added first is taken first.</summary>
internal sealed class SpansByNode<TElement, TPriority> : IEqualityComparer<(TElement Element, TPriority Priority)>
{
    private readonly Dictionary<(TElement Element, TPriority Priority), Queue<ulong>> _spans;

    internal SpansByNode() => _spans = new(this);

    /// <summary>The number of spans.</summary>
    internal int Count { get; private set; }

    internal void Add((TElement Element, TPriority Priority) node, ulong span)
    {
        if (!_spans.TryGetValue(node, out Queue<ulong>? spans)) _spans.Add(node, spans = new());
        spans.Enqueue(span);
        Count++;
    }

    internal bool TryTake((TElement Element, TPriority Priority) node, out ulong span)
    {
        span = 0;
        if (!_spans.TryGetValue(node, out Queue<ulong>? spans) || !spans.TryDequeue(out span)) return false;
        Count--;
        return true;
    }

    bool IEqualityComparer<(TElement Element, TPriority Priority)>.Equals((TElement Element, TPriority Priority) x, (TElement Element, TPriority Priority) y) => HeapSpans<TElement, TPriority>.AreSame(x, y);

    int IEqualityComparer<(TElement Element, TPriority Priority)>.GetHashCode([DisallowNull] (TElement Element, TPriority Priority) node) => HashCode.Combine(SameItem<TElement>.HashOf(node.Element), SameItem<TPriority>.HashOf(node.Priority));
}
