using System.Runtime.CompilerServices;

namespace Weft.Flows.Parallel;

/// <summary>The flows of parallel queries, by the query object.</summary>
// A flow holds the program's lambdas, and these may hold the query: what stands beside it must not keep it alive, which a table of ephemerons does not.
internal static class ParallelFlows
{
    private static readonly ConditionalWeakTable<ParallelQuery, ParallelFlow> _flows = [];

    /// <summary>Says how a query that a woven operator gives is run with spans.</summary>
    internal static TQuery With<TQuery>(TQuery query, ParallelFlow flow) where TQuery : ParallelQuery
    {
        _flows.TryAdd(query, flow); // some operators give back the query that they were given
        return query;
    }

    /// <summary>Says of a query that nothing is known of it but whether lineage was cut, as of the query that it was made from.</summary>
    internal static TQuery Unknown<TQuery>(TQuery query, ParallelQuery source) where TQuery : ParallelQuery
    {
        if (!ReferenceEquals(query, source) && Attachments.Find(source) is { } cut) Attachments.Set(query, cut);
        return query;
    }

    /// <summary>What is known of a query; null when no woven operator made it.</summary>
    internal static ParallelFlow? Find(ParallelQuery query) => _flows.TryGetValue(query, out ParallelFlow? flow) ? flow : null;

    /// <inheritdoc cref="Find(ParallelQuery)"/>
    internal static ParallelFlow<T>? Find<T>(ParallelQuery<T> query) => Find((ParallelQuery)query) as ParallelFlow<T>;

    /// <summary>Whether an enumerator is PLINQ's own, over records without spans: of a query that a loop knows as a sequence only.</summary>
    internal static bool IsEnumerator(object records) => records.GetType().Assembly == typeof(ParallelEnumerable).Assembly;

    /// <summary>The flow of a query: what is known of it, else one whose records are roots.</summary>
    /// <param name="query">The query.</param>
    /// <param name="site">The call's site.</param>
    /// <param name="argument">As for <see cref="Entering.AsFlow"/>.</param>
    internal static ParallelFlow<T> AsFlow<T>(this ParallelQuery<T> query, int site, int argument = 0) => Find(query) ?? new ParallelEnteredFlow<T>(query, site, argument);
}
