using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Weft.Flows;

namespace Weft.Queues.Concurrent;

/// <summary>The stamps of what a <see cref="ConcurrentStack{T}"/> holds.</summary>
// Design: an item is told from all others by its node, which is an object.
internal sealed class StackedStamps<T> : ConcurrentStamps<ConcurrentStack<T>, T>
{
    private readonly StackMembers<T> _members;
    private readonly StackEntries _entries;

    internal StackedStamps(ConcurrentStack<T> stack, StackMembers<T> members, int site) : base(stack, site)
    {
        _members = members;
        _entries = new(() => Collection is { } held ? new HashSet<object>(NodesOf(held), ReferenceEqualityComparer.Instance) : []);
    }

    protected override (T[] Items, SpanColumn Column) Snapshot(ConcurrentStack<T> collection, int site)
    {
        var stamps = new Dictionary<object, Stamp>(ReferenceEqualityComparer.Instance);
        _entries.AddTo(stamps); // what is taken meanwhile is known, and what is put in
        List<object> nodes = NodesOf(collection);
        _entries.AddTo(stamps);
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (object node in nodes) spans.Add(stamps.TryGetValue(node, out Stamp stamp) ? stamp.Span : Origin.Newcomer(site));
        return ([.. nodes.Select(node => _members.Value(node))], spans.Finish(0));
    }

    internal override void Fill(ConcurrentStack<T> collection, Func<int, SpanColumn> columnOf)
    {
        List<object> nodes = NodesOf(collection);
        SpanColumn column = columnOf(nodes.Count);
        for (int i = Math.Min(nodes.Count, column.Count) - 1; i >= 0; i--) _entries.Push(nodes[i], new Stamp(column[i], default)).IsIn = true;
    }

    internal override void Put(ConcurrentStack<T> collection, T item, Stamp stamp)
    {
        object node = _members.New(item);
        StackEntry entry = _entries.Push(node, stamp);
        ref object? head = ref _members.Head(collection);
        var wait = new SpinWait();
        while (true)
        {
            object? top = Volatile.Read(ref head);
            _members.Next(node) = top;
            if (Interlocked.CompareExchange(ref head, node, top) == top) break;
            wait.SpinOnce(SpinsBeforeSleep);
        }
        entry.IsIn = true;
    }

    internal override bool TryTake(ConcurrentStack<T> collection, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        ref object? head = ref _members.Head(collection);
        var wait = new SpinWait();
        while (Volatile.Read(ref head) is { } top)
        {
            if (Interlocked.CompareExchange(ref head, _members.Next(top), top) == top)
            {
                (item, stamp) = (_members.Value(top), _entries.Take(top));
                return true;
            }
            wait.SpinOnce(SpinsBeforeSleep);
        }
        (item, stamp) = (default, default);
        return false;
    }

    internal override bool TryPeek(ConcurrentStack<T> collection, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        object? top = Volatile.Read(ref _members.Head(collection));
        (item, stamp) = top is null ? (default, default) : (_members.Value(top), _entries.Find(top));
        return top is not null;
    }

    private List<object> NodesOf(ConcurrentStack<T> stack)
    {
        var nodes = new List<object>();
        for (object? node = Volatile.Read(ref _members.Head(stack)); node is not null; node = _members.Next(node)) nodes.Add(node);
        return nodes;
    }
}
