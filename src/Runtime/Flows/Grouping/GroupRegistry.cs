using System.Runtime.CompilerServices;

namespace Weft.Flows.Grouping;

/// <summary>Finds the member spans of a group object that a program holds.</summary>
// Design: a lookup may have a million groups, so that nothing is attached to each of them: a large lookup registers once, and a group is searched
// for in the large lookups that live, first in the one that answered last on this thread. The finder lives as long as any group of its lookup
// does, because LINQ links all groups of a lookup in a ring. The groups of a small lookup, of which there may be many, are attached one by one.
internal static class GroupRegistry
{
    /// <summary>The number of groups from which on a lookup registers as a whole.</summary>
    internal const int LeastGroups = 33;

    private static readonly ConditionalWeakTable<object, GroupFinder> _lifetimes = [];
    private static readonly Lock _lock = new();
    private static WeakReference<GroupFinder>?[] _large = new WeakReference<GroupFinder>?[4];
    private static int _largeCount;

    [ThreadStatic]
    private static WeakReference<GroupFinder>? _last;

    /// <summary>Makes the groups of a lookup findable.</summary>
    internal static void Register<TKey, TElement>(SpannedLookup<TKey, TElement> lookup)
    {
        if (lookup.Finder is { } finder && lookup.Spans.Count >= LeastGroups)
        {
            foreach (IGrouping<TKey, TElement> group in lookup.Lookup)
            {
                Register(group, finder);
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
        if (Recent is { } recent && recent.OrdinalOf(group) is var found and >= 0) return recent.Spans.ColumnOf(found);
        foreach (WeakReference<GroupFinder>? reference in Volatile.Read(ref _large))
        {
            if (reference is null) break;
            if (!reference.TryGetTarget(out GroupFinder? finder)) continue;
            int ordinal = finder.OrdinalOf(group);
            if (ordinal < 0) continue;
            _last = reference;
            return finder.Spans.ColumnOf(ordinal);
        }
        return null;
    }

    /// <summary>The lookup that answered last on this thread; it may have died since.</summary>
    internal static GroupFinder? Recent => _last is { } last && last.TryGetTarget(out GroupFinder? finder) ? finder : null;

    /// <summary>Makes the groups of a large lookup findable, as long as any of them lives.</summary>
    /// <param name="anyGroup">One of the groups, which are linked in a ring.</param>
    /// <param name="finder">Finds them.</param>
    internal static void Register(object anyGroup, GroupFinder finder)
    {
        _lifetimes.AddOrUpdate(anyGroup, finder);
        var reference = new WeakReference<GroupFinder>(finder);
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
        WeakReference<GroupFinder>?[] live = Array.FindAll(_large, reference => reference!.TryGetTarget(out _));
        _largeCount = live.Length;
        Array.Resize(ref live, Math.Max(4, live.Length * 2 + 2));
        Volatile.Write(ref _large, live);
    }
}
