namespace Weft.Flows.Grouping;

/// <summary>A lookup of LINQ's with the spans of its members.</summary>
internal sealed class SpannedLookup<TKey, TElement>
{
    private SpannedLookup(Lookup<TKey, TElement> lookup, GroupSpans<TKey, TElement> spans)
    {
        Lookup = lookup;
        Spans = spans;
    }

    /// <summary>The groups.</summary>
    internal Lookup<TKey, TElement> Lookup { get; }

    /// <summary>The spans of the groups' members.</summary>
    internal GroupSpans<TKey, TElement> Spans { get; }

    /// <summary>Groups all records of <paramref name="source"/>, in the order and with the calls of LINQ.</summary>
    /// <param name="source">The records.</param>
    /// <param name="keySelector">The key of a record.</param>
    /// <param name="elementSelector">The element of a record.</param>
    /// <param name="comparer">Compares keys, or null for the default.</param>
    /// <param name="skipNullKeys">Whether a record with a null key is left out, as GroupJoin does.</param>
    /// <param name="site">The grouping operator's site.</param>
    internal static SpannedLookup<TKey, TElement> Create<TSource>(
        Flow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, bool skipNullKeys, int site)
    {
        Lookup<TKey, TElement> lookup = LookupInternals<TKey, TElement>.Create(comparer);
        var members = new MemberSpans<TKey, TElement>();
        try
        {
            using Flow<TSource> records = source.Start();
            while (records.MoveNext())
            {
                TKey key = keySelector(records.Value);
                if (skipNullKeys && key is null) continue;
                int groups = lookup.Count;
                object group = LookupInternals<TKey, TElement>.GetGrouping(lookup, key, create: true)!;
                LookupInternals<TKey, TElement>.Add(group, elementSelector(records.Value));
                members.Add(group, isNew: lookup.Count > groups, records.Span);
            }
            return new(lookup, members.ToGroupSpans(site, records.Step));
        }
        finally
        {
            members.Dispose();
        }
    }

    /// <summary>Lets the groups be found when the program hands them to another woven operator.</summary>
    internal void Register() => GroupRegistry.Register(this);
}
