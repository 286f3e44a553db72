using Weft.Flows.Grouping;

namespace Weft.Flows.Async;

/// <summary>A lookup of .NET's asynchronous operators with the spans of its members.</summary>
internal sealed class AsyncSpannedLookup<TKey, TElement>
{
    private readonly IReadOnlyDictionary<object, int> _ordinals;

    private AsyncSpannedLookup(ILookup<TKey, TElement> lookup, GroupSpans spans, IReadOnlyDictionary<object, int> ordinals)
    {
        Lookup = lookup;
        Spans = spans;
        _ordinals = ordinals;
    }

    /// <summary>The groups.</summary>
    internal ILookup<TKey, TElement> Lookup { get; }

    /// <summary>The spans of the groups' members.</summary>
    internal GroupSpans Spans { get; }

    /// <summary>Groups the records of a flow; the operator that waits for it goes on where it would for .NET's own.</summary>
    /// <param name="source">The records.</param>
    /// <param name="keySelector">The key of a record.</param>
    /// <param name="elementSelector">What stands in the group for a record.</param>
    /// <param name="comparer">Compares keys.</param>
    /// <param name="skipNullKeys">Whether records with a null key are left out, as joins do.</param>
    /// <param name="site">The call's site.</param>
    /// <param name="argument">Which sequence of the call the records are.</param>
    /// <param name="cancellationToken">Handed to the source and the selectors.</param>
    internal static async ValueTask<AsyncSpannedLookup<TKey, TElement>> Create<TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector,
        Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector, IEqualityComparer<TKey>? comparer, bool skipNullKeys,
        int site, int argument, CancellationToken cancellationToken)
    {
        var span = new CurrentSpan();
        IAsyncEnumerable<TSource> records = source.AsFlow(site, argument).Open(span, out Way way);
        ILookup<TKey, TElement> lookup = AsyncLookupInternals<TKey, TElement>.Create(comparer);
        var members = new AsyncLookupMembers();
        await foreach (TSource record in records.WithCancellation(cancellationToken))
        {
            TKey key = await keySelector(record, cancellationToken);
            if (skipNullKeys && key is null) continue;
            object group = AsyncLookupInternals<TKey, TElement>.GetGrouping(lookup, key, create: true)!;
            AsyncLookupInternals<TKey, TElement>.Add(group, await elementSelector(record, cancellationToken));
            members.Add(group, span.Value);
        }
        return new AsyncSpannedLookup<TKey, TElement>(lookup, members.Complete(site, way.Step), members.Ordinals);
    }

    /// <summary>The 0-based ordinal of one of the lookup's groups.</summary>
    internal int OrdinalOf(object group) => _ordinals[group];

    /// <summary>Makes the groups findable, which the program gets to see.</summary>
    internal void Register()
    {
        if (Spans.Count >= GroupRegistry.LeastGroups)
        {
            GroupRegistry.Register(_ordinals.Keys.First(), new AsyncGroupFinder<TKey, TElement>(_ordinals, Spans));
            return;
        }
        foreach ((object group, int ordinal) in _ordinals) Attachments.Set(group, new GroupAttachment(Spans.ColumnOf(ordinal)));
    }
}

/// <summary>Finds the groups of one lookup of the asynchronous operators.</summary>
internal sealed class AsyncGroupFinder<TKey, TElement>(IReadOnlyDictionary<object, int> ordinals, GroupSpans spans) : GroupFinder<TElement>(spans)
{
    internal override int OrdinalOf(object candidate) => ordinals.TryGetValue(candidate, out int ordinal) ? ordinal : -1;

    internal override int Find(object candidate, out ReadOnlySpan<TElement> elements)
    {
        int ordinal = OrdinalOf(candidate);
        elements = ordinal < 0 ? default : new(AsyncLookupInternals<TKey, TElement>.Elements(candidate), 0, AsyncLookupInternals<TKey, TElement>.Count(candidate));
        return ordinal;
    }
}
