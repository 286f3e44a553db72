namespace Weft.Queues.Prioritized;

/// <summary>The spans of the nodes of a <see cref="PriorityQueue{TElement, TPriority}"/>, by their place in its heap.</summary>
// Design: the queue says nothing of where a node goes, and to compare priorities once more would be a call more of the program's comparer. But a change moves nodes along one path from a leaf to the root, each to the place of
// its neighbour: beside a copy of the heap as it was, the heap as it is tells which. Nodes with the same element and the same priority are as good as each other, for the program too; of those on a path the queue keeps the order.
// What does not fit was changed in another way, and is not told.
internal sealed class HeapSpans<TElement, TPriority>
{
    private const int Children = 4;
    private const int LeastLength = 4;

    private (TElement Element, TPriority Priority)[] _nodes = [];
    private ulong[] _spans = [];

    /// <summary>The number of nodes.</summary>
    internal int Count { get; private set; }

    /// <summary>The span of the node in a place.</summary>
    internal ulong this[int place] => _spans[place];

    /// <summary>Takes over a heap of nodes with known spans.</summary>
    internal void Reset(ReadOnlySpan<(TElement Element, TPriority Priority)> nodes, Func<int, ulong> spanOf)
    {
        Array.Clear(_nodes);
        Reserve(nodes.Length);
        nodes.CopyTo(_nodes);
        for (int place = 0; place < nodes.Length; place++) _spans[place] = spanOf(place);
        Count = nodes.Length;
    }

    /// <summary>Says that a node was added; false where the heap shows something else.</summary>
    internal bool Added((TElement Element, TPriority Priority)[] heap, (TElement Element, TPriority Priority) node, ulong span)
    {
        Reserve(Count + 1);
        int place = Count;
        while (!AreSame(heap[place], node))
        {
            if (place == 0) return false;
            int parent = (place - 1) / Children;
            if (!AreSame(heap[place], _nodes[parent])) return false;
            (_nodes[place], _spans[place]) = (_nodes[parent], _spans[parent]);
            place = parent;
        }
        (_nodes[place], _spans[place]) = (heap[place], span);
        Count++;
        return true;
    }

    /// <summary>Says that the first node was removed; false where the heap shows something else.</summary>
    internal bool RemovedFirst((TElement Element, TPriority Priority)[] heap)
    {
        int last = --Count;
        (TElement Element, TPriority Priority) node = _nodes[last];
        _nodes[last] = default;
        return last == 0 || Replaced(heap, node, _spans[last]);
    }

    /// <summary>Says that another node has come in the place of the first one; false where the heap shows something else.</summary>
    internal bool Replaced((TElement Element, TPriority Priority)[] heap, (TElement Element, TPriority Priority) node, ulong span)
    {
        int place = 0;
        while (!AreSame(heap[place], node))
        {
            int child = place * Children + 1, end = Math.Min(child + Children, Count);
            while (child < end && !AreSame(heap[place], _nodes[child])) child++; // of several the first has gone up
            if (child >= end) return false;
            (_nodes[place], _spans[place]) = (_nodes[child], _spans[child]);
            place = child;
        }
        (_nodes[place], _spans[place]) = (heap[place], span);
        return true;
    }

    /// <summary>Says that several nodes were added, or one removed, whatever way the others have gone; false where the heap shows something else.</summary>
    internal bool Rebuilt(ReadOnlySpan<(TElement Element, TPriority Priority)> heap, IEnumerable<((TElement Element, TPriority Priority) Node, ulong Span)> added, IEnumerable<(TElement Element, TPriority Priority)> removed)
    {
        var spans = new SpansByNode<TElement, TPriority>();
        for (int place = 0; place < Count; place++) spans.Add(_nodes[place], _spans[place]);
        foreach ((TElement, TPriority) node in removed)
        {
            if (!spans.TryTake(node, out _)) return false;
        }
        foreach (((TElement, TPriority) node, ulong span) in added) spans.Add(node, span);
        if (spans.Count != heap.Length) return false;
        Reserve(heap.Length);
        if (heap.Length < Count) Array.Clear(_nodes, heap.Length, Count - heap.Length);
        heap.CopyTo(_nodes);
        Count = heap.Length;
        for (int place = 0; place < heap.Length; place++)
        {
            if (!spans.TryTake(heap[place], out _spans[place])) return false;
        }
        return true;
    }

    /// <summary>The span of a node that is the same as another one; 0 where there is none.</summary>
    internal ulong SpanOf((TElement Element, TPriority Priority) node)
    {
        for (int place = 0; place < Count; place++)
        {
            if (AreSame(_nodes[place], node)) return _spans[place];
        }
        return 0;
    }

    private void Reserve(int count)
    {
        if (count <= _nodes.Length) return;
        int length = Math.Max(LeastLength, Math.Max(count, _nodes.Length * 2));
        Array.Resize(ref _nodes, length);
        Array.Resize(ref _spans, length);
    }

    internal static bool AreSame((TElement Element, TPriority Priority) one, (TElement Element, TPriority Priority) other)
        => SameItem<TElement>.Are(one.Element, other.Element) && SameItem<TPriority>.Are(one.Priority, other.Priority);
}
