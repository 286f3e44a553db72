using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>The operators whose results follow from a record of each of two queries.</summary>
internal static class ParallelPairs
{
    /// <summary>The result of such an operator, as a query that is known to carry spans.</summary>
    /// <param name="query">What PLINQ's operator has given for the program's own queries.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="second">The second of them.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">PLINQ's operator over records with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static ParallelQuery<T> Of<TFirst, TSecond, TState, T>(
        ParallelQuery<T> query, ParallelQuery<TFirst> first, ParallelQuery<TSecond> second, TState state,
        Func<ParallelQuery<Chosen<TFirst>>, ParallelQuery<Chosen<TSecond>>, TState, PairDerivation, ParallelQuery<Chosen<T>>> operation, int site)
        => ParallelFlows.With(query, new ParallelPairsFlow<TFirst, TSecond, TState, T>(first.AsFlow(site), second.AsFlow(site, argument: 1), state, operation, site));
}

/// <inheritdoc cref="ParallelPairs"/>
internal sealed class ParallelPairsFlow<TFirst, TSecond, TState, T>(
    ParallelFlow<TFirst> first, ParallelFlow<TSecond> second, TState state,
    Func<ParallelQuery<Chosen<TFirst>>, ParallelQuery<Chosen<TSecond>>, TState, PairDerivation, ParallelQuery<Chosen<T>>> operation, int site) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => first.HandsOutGroups || second.HandsOutGroups;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<TFirst>> firstRecords = first.Open(out Way firstWay);
        ParallelQuery<Chosen<TSecond>> secondRecords = second.Open(out Way secondWay);
        way = Way.Issued;
        return operation(firstRecords, secondRecords, state, new PairDerivation(site, firstWay, secondWay));
    }
}

/// <summary>Issues the spans of results that follow from a record of each of two queries, on any thread.</summary>
internal sealed class PairDerivation(int site, Way first, Way second)
{
    private int _step; // 0 when not known yet; every thread finds the same

    /// <summary>The step at which the results are derived; known once a record of each query was read.</summary>
    internal int Step => _step != 0 ? _step : _step = Steps.Intern(site, first.Step, second.Step);

    /// <summary>A result with its span, which goes to the buffer of the thread that made it.</summary>
    internal Chosen<T> Derive<T>(T result, ulong firstSpan, ulong secondSpan)
    {
        int step = Step;
        return new(result, ThreadBuffer.For(step).DerivePair(step, firstSpan, secondSpan));
    }
}
