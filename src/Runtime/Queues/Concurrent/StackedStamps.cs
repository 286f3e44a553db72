using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Weft.Flows;

namespace Weft.Queues.Concurrent;

/// <summary>The records that a <see cref="ConcurrentStack{T}"/> holds, beside it: each with a stamp of its own, from the call that put it in, to be told when it is taken out.</summary>
// Design: as QueuedStamps. What tells an item from all others is its node, which is an object.
internal sealed class StackedStamps<T> : Attachment, ISnapshotted<T>
{
    private const int SpinsBeforeSleep = 8;

    private static readonly Lock _attaching = new();

    // The stack that this thread asked about last.
    [ThreadStatic]
    private static (WeakReference<ConcurrentStack<T>>? Stack, StackedStamps<T>? Stamps) _recent;

    private readonly StackMembers<T> _members;
    private readonly StackEntries _entries;
    private readonly WeakReference<ConcurrentStack<T>> _stack; // an attachment must not keep its collection alive
    private readonly int _site; // where the stack was first seen

    private StackedStamps(ConcurrentStack<T> stack, StackMembers<T> members, int site)
    {
        _stack = new(stack);
        _members = members;
        _entries = new(() => _stack.TryGetTarget(out ConcurrentStack<T>? held) ? new HashSet<object>(NodesOf(held), ReferenceEqualityComparer.Instance) : []);
        _site = site;
    }

    /// <summary>Whether any stack of this type ever had records that somebody traced.</summary>
    internal static bool AreAny { get; private set; }

    internal override SpanColumn Column => _stack.TryGetTarget(out ConcurrentStack<T>? stack) ? Snapshot(stack, _site).Column : new RangeColumn(0, 0, 0);

    // As of a queue.
    internal override bool IsUnchanged(object collection) => true;

    /// <summary>The stamps of a stack; null where nobody traced what it holds.</summary>
    internal static StackedStamps<T>? Find(ConcurrentStack<T> stack)
    {
        if (_recent.Stack is { } weak && weak.TryGetTarget(out ConcurrentStack<T>? last) && ReferenceEquals(last, stack)) return _recent.Stamps;
        return Attachments.Find(stack) is StackedStamps<T> stamps ? Remember(stack, stamps) : null;
    }

    /// <summary>The stamps of a stack that something is put into; null where nobody traced any of it, or its inside is not known.</summary>
    internal static StackedStamps<T>? FindOrAttach(ConcurrentStack<T> stack, LoopRecord record, int site)
    {
        if (Find(stack) is { } known) return known;
        if (StackMembers<T>.Known is not { } members) return null;
        lock (_attaching)
        {
            Attachment? attached = Attachments.Find(stack);
            if (attached is StackedStamps<T> other) return Remember(stack, other);
            return attached is null && record.IsNone ? null : Remember(stack, Attach(stack, members, count => Origin.ColumnOrRoots(stack, count, typeof(T), site), site));
        }
    }

    /// <summary>The attachment of a stack that was made of records with spans, which nobody else has yet; null where its inside is not known.</summary>
    internal static Attachment? Made(ConcurrentStack<T> stack, SpanColumn column, int site) => StackMembers<T>.Known is { } members ? Attach(stack, members, _ => column, site) : null;

    /// <inheritdoc/>
    public (T[] Items, SpanColumn Column) Snapshot(object collection, int site)
    {
        var stamps = new Dictionary<object, Stamp>(ReferenceEqualityComparer.Instance);
        _entries.AddTo(stamps); // what is taken meanwhile is known, and what is put in
        List<object> nodes = NodesOf((ConcurrentStack<T>)collection);
        _entries.AddTo(stamps);
        ColumnBuilder spans = ColumnBuilder.Rent();
        foreach (object node in nodes) spans.Add(stamps.TryGetValue(node, out Stamp stamp) ? stamp.Span : Origin.Newcomer(site));
        return ([.. nodes.Select(node => _members.Value(node))], spans.Finish(0));
    }

    /// <summary>Puts an item in, as the stack does.</summary>
    internal void Push(ConcurrentStack<T> stack, T item, Stamp stamp)
    {
        object node = _members.New(item);
        StackEntry entry = _entries.Push(node, stamp);
        ref object? head = ref _members.Head(stack);
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

    /// <summary>Takes an item out, as the stack does.</summary>
    internal bool TryPop(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        ref object? head = ref _members.Head(stack);
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

    /// <summary>Shows the item on top; its stamp has no span where it was taken meanwhile.</summary>
    internal bool TryPeek(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T item, out Stamp stamp)
    {
        object? top = Volatile.Read(ref _members.Head(stack));
        (item, stamp) = top is null ? (default, default) : (_members.Value(top), _entries.Find(top));
        return top is not null;
    }

    private List<object> NodesOf(ConcurrentStack<T> stack)
    {
        var nodes = new List<object>();
        for (object? node = Volatile.Read(ref _members.Head(stack)); node is not null; node = _members.Next(node)) nodes.Add(node);
        return nodes;
    }

    private static StackedStamps<T> Attach(ConcurrentStack<T> stack, StackMembers<T> members, Func<int, SpanColumn> columnOf, int site)
    {
        var stamps = new StackedStamps<T>(stack, members, site);
        List<object> nodes = stamps.NodesOf(stack);
        SpanColumn column = columnOf(nodes.Count);
        if (column.Step != 0) column = Aliases.WithoutWay(column);
        for (int i = Math.Min(nodes.Count, column.Count) - 1; i >= 0; i--) stamps._entries.Push(nodes[i], new Stamp(column[i], default)).IsIn = true;
        Attachments.Set(stack, stamps);
        AreAny = true;
        return stamps;
    }

    private static StackedStamps<T> Remember(ConcurrentStack<T> stack, StackedStamps<T> stamps)
    {
        if (_recent.Stack is { } weak) weak.SetTarget(stack);
        else _recent.Stack = new WeakReference<ConcurrentStack<T>>(stack);
        _recent.Stamps = stamps;
        return stamps;
    }
}
