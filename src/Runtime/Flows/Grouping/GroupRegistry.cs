using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Weft.Flows.Grouping;

/// <summary>Finds the member spans of a group object that a program holds.</summary>
// Design: a lookup may have a million groups, so that nothing is attached to each of them: a large lookup registers once, and a group is searched
// for in the large lookups that live, first in the one that answered last on this thread. The spans live as long as any group of their lookup
// does, because LINQ links all groups of a lookup in a ring. The groups of a small lookup, of which there may be many, are attached one by one.
internal static class GroupRegistry
{
    private const int SmallLookup = 32;

    private static readonly ConditionalWeakTable<object, GroupSpans> _lifetimes = [];
    private static readonly Lock _lock = new();
    private static WeakReference<GroupSpans>?[] _large = new WeakReference<GroupSpans>?[4];
    private static int _largeCount;

    [ThreadStatic]
    private static WeakReference<GroupSpans>? _last;

    /// <summary>Makes the groups of a lookup findable.</summary>
    internal static void Register<TKey, TElement>(SpannedLookup<TKey, TElement> lookup)
    {
        if (lookup.Spans.Count > SmallLookup)
        {
            foreach (IGrouping<TKey, TElement> group in lookup.Lookup)
            {
                RegisterLarge(group, lookup.Spans);
                return;
            }
        }
        int ordinal = 0;
        foreach (IGrouping<TKey, TElement> group in lookup.Lookup)
            Attachments.Set(group, new GroupAttachment(lookup.Spans.ColumnOf(ordinal++)));
    }

    /// <summary>The column of a group's members, or null when the object is no group of a large lookup.</summary>
    internal static RangeColumn? Find(object group)
    {
        if (TryFindRecent(group, out GroupSpans? recent, out int recentOrdinal)) return recent.ColumnOf(recentOrdinal);
        foreach (WeakReference<GroupSpans>? reference in Volatile.Read(ref _large))
        {
            if (reference is null) break;
            if (!reference.TryGetTarget(out GroupSpans? spans)) continue;
            int ordinal = spans.OrdinalOf(group);
            if (ordinal < 0) continue;
            _last = reference;
            return spans.ColumnOf(ordinal);
        }
        return null;
    }

    /// <summary>As <see cref="Find"/>, but without an allocation, and only in the lookup that answered last on this thread.</summary>
    internal static bool TryFindRecent(object? group, [NotNullWhen(true)] out GroupSpans? spans, out int ordinal)
    {
        ordinal = -1;
        spans = null;
        return group is not null && _last is { } last && last.TryGetTarget(out spans) && (ordinal = spans.OrdinalOf(group)) >= 0;
    }

    private static void RegisterLarge(object anyGroup, GroupSpans spans)
    {
        _lifetimes.AddOrUpdate(anyGroup, spans);
        var reference = new WeakReference<GroupSpans>(spans);
        _last = reference;
        lock (_lock)
        {
            if (_largeCount == _large.Length) Compact();
            Volatile.Write(ref _large[_largeCount++], reference);
        }
    }

    // Leaves at least half of the places free, so that the work is constant a lookup.
    private static void Compact()
    {
        WeakReference<GroupSpans>?[] live = Array.FindAll(_large, reference => reference!.TryGetTarget(out _));
        _largeCount = live.Length;
        Array.Resize(ref live, Math.Max(4, live.Length * 2 + 2));
        Volatile.Write(ref _large, live);
    }
}
