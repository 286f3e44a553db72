namespace Weft.Flows.Grouping;

/// <summary>A lookup of LINQ's with the spans of its members.</summary>
internal sealed class SpannedLookup<TKey, TElement>
{
    private SpannedLookup(Lookup<TKey, TElement> lookup, GroupSpans spans, GroupFinder<TKey, TElement>? finder)
    {
        Lookup = lookup;
        Spans = spans;
        Finder = finder;
    }

    /// <summary>The groups.</summary>
    internal Lookup<TKey, TElement> Lookup { get; }

    /// <summary>The spans of the groups' members.</summary>
    internal GroupSpans Spans { get; }

    /// <summary>Finds the groups by reference; null when there are too few for it.</summary>
    internal GroupFinder<TKey, TElement>? Finder { get; }

    /// <summary>Groups all records of <paramref name="source"/>, in the order and with the calls of LINQ.</summary>
    /// <param name="source">The records.</param>
    /// <param name="keySelector">The key of a record.</param>
    /// <param name="elementSelector">The element of a record.</param>
    /// <param name="comparer">Compares keys, or null for the default.</param>
    /// <param name="skipNullKeys">Whether a record with a null key is left out, as GroupJoin does.</param>
    /// <param name="site">The grouping operator's site.</param>
    /// <param name="leastGroups">From which number of groups on they have a finder.</param>
    internal static SpannedLookup<TKey, TElement> Create<TSource>(
        Flow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, bool skipNullKeys, int site, int leastGroups)
    {
        Lookup<TKey, TElement> lookup = LookupInternals<TKey, TElement>.Create(comparer);
        var members = new MemberSpans<TKey, TElement>(lookup);
        ColumnBuilder spans = ColumnBuilder.Rent();
        try
        {
            var groups = new LookupSink<TSource, TKey, TElement>(lookup, elementSelector, members);
            int step = source.DrainThrough<(TSource, TKey), FindKey<TSource, TKey>, LookupSink<TSource, TKey, TElement>, LookupSink<TSource, TKey, TElement>>(
                new(keySelector, skipNullKeys), ref groups, spans);
            GroupTable<TKey, TElement>? table = lookup.Count >= leastGroups ? new(lookup.Count) : null;
            GroupSpans groupSpans = members.Complete(spans.Finish(step), site, table);
            return new(lookup, groupSpans, table is null ? null : new GroupFinder<TKey, TElement>(table, groupSpans));
        }
        finally
        {
            members.Dispose();
        }
    }

    /// <summary>Lets the groups be found when the program hands them to another woven operator.</summary>
    internal void Register() => GroupRegistry.Register(this);
}
