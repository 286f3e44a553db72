namespace Weft.Queues.Concurrent;

/// <summary>The stamps of what a <see cref="System.Collections.Concurrent.ConcurrentStack{T}"/> holds, by node.</summary>
// Design: a stack of its own beside the stack, in nearly the same order: an entry is put on top before its node is, and found from the top down when the node is taken, past those that other threads are just about. It is marked
// then, and leaves the chain when it is on top. What code that is not woven has taken stays marked as there: when the chain is twice as long as it was when it was last looked through, such entries are left out.
internal sealed class StackEntries(Func<HashSet<object>> nodes)
{
    private const int LeastSweep = 1024;

    private readonly Lock _sweeping = new();
    private StackEntry? _top;
    private int _sweepAt = LeastSweep; // entries

    internal StackEntry Push(object node, Stamp stamp)
    {
        var entry = new StackEntry(node, stamp);
        StackEntry? top;
        do
        {
            top = Volatile.Read(ref _top);
            entry.Below = top;
            entry.Depth = top is null ? 1 : top.Depth + 1;
        }
        while (Interlocked.CompareExchange(ref _top, entry, top) != top);
        if (entry.Depth > Volatile.Read(ref _sweepAt)) Sweep();
        return entry;
    }

    /// <summary>The stamp of a node that was taken; without a span where nobody told.</summary>
    internal Stamp Take(object node)
    {
        for (StackEntry? entry = Volatile.Read(ref _top); entry is not null; entry = entry.Below)
        {
            if (!ReferenceEquals(entry.Node, node)) continue;
            entry.Node = null;
            Trim();
            return entry.Stamp;
        }
        return default;
    }

    /// <summary>The stamp of a node that was seen; without a span where nobody told, or it was taken by now.</summary>
    internal Stamp Find(object node)
    {
        for (StackEntry? entry = Volatile.Read(ref _top); entry is not null; entry = entry.Below)
        {
            if (ReferenceEquals(entry.Node, node)) return entry.Stamp;
        }
        return default;
    }

    /// <summary>Adds the stamps of all nodes.</summary>
    internal void AddTo(Dictionary<object, Stamp> stamps)
    {
        for (StackEntry? entry = Volatile.Read(ref _top); entry is not null; entry = entry.Below)
        {
            if (entry.Node is { } node) stamps.TryAdd(node, entry.Stamp);
        }
    }

    private void Trim()
    {
        while (Volatile.Read(ref _top) is { Node: null } top) Interlocked.CompareExchange(ref _top, top.Below, top);
    }

    private void Sweep()
    {
        if (!_sweeping.TryEnter()) return;
        try
        {
            var entries = new List<StackEntry>();
            for (StackEntry? entry = Volatile.Read(ref _top); entry is not null; entry = entry.Below)
            {
                if (entry.Node is not null) entries.Add(entry);
            }
            HashSet<object> held = nodes();
            StackEntry? below = null;
            for (int i = entries.Count - 1; i >= 0; i--)
            {
                StackEntry entry = entries[i];
                if (entry.IsIn && entry.Node is { } node && !held.Contains(node)) entry.Node = null;
                if (entry.Node is null) continue;
                entry.Below = below;
                entry.Depth = below is null ? 1 : below.Depth + 1;
                below = entry;
            }
            Trim();
            Volatile.Write(ref _sweepAt, Math.Max(LeastSweep, 2 * (below?.Depth ?? 0)));
        }
        finally
        {
            _sweeping.Exit();
        }
    }
}
