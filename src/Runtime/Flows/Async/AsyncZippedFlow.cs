using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>The operators that put the records of two sequences side by side.</summary>
internal static class AsyncZipped
{
    /// <summary>The result of such an operator.</summary>
    /// <param name="first">The first sequence; may be null, which the operator answers.</param>
    /// <param name="second">The second sequence; likewise.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">.NET's own operator.</param>
    /// <param name="site">The call's site.</param>
    internal static IAsyncEnumerable<T> Of<TFirst, TSecond, TState, T>(
        IAsyncEnumerable<TFirst> first, IAsyncEnumerable<TSecond> second, TState state,
        Func<IAsyncEnumerable<TFirst>, IAsyncEnumerable<TSecond>, TState, IAsyncEnumerable<T>> operation, int site)
    {
        IAsyncEnumerable<T> plain = operation(first, second, state); // checks the arguments
        if (AsyncEntering.IsDone(plain, first)) return plain;
        return new AsyncZippedFlow<TFirst, TSecond, TState, T>(first.AsFlow(site), second.AsFlow(site, argument: 1), state, operation, site);
    }

    /// <summary>As the other, of three sequences.</summary>
    internal static IAsyncEnumerable<(TFirst First, TSecond Second, TThird Third)> Of<TFirst, TSecond, TThird>(
        IAsyncEnumerable<TFirst> first, IAsyncEnumerable<TSecond> second, IAsyncEnumerable<TThird> third, int site)
    {
        IAsyncEnumerable<(TFirst First, TSecond Second, TThird Third)> plain = AsyncEnumerable.Zip(first, second, third); // checks the arguments
        if (AsyncEntering.IsDone(plain, first)) return plain;
        return new AsyncZippedFlow<TFirst, TSecond, TThird>(first.AsFlow(site), second.AsFlow(site, argument: 1), third.AsFlow(site, argument: 2), site);
    }
}

/// <summary>Zip of two sequences.</summary>
internal sealed class AsyncZippedFlow<TFirst, TSecond, TState, T>(
    AsyncFlow<TFirst> first, AsyncFlow<TSecond> second, TState state,
    Func<IAsyncEnumerable<TFirst>, IAsyncEnumerable<TSecond>, TState, IAsyncEnumerable<T>> operation, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        CurrentSpan firstSpan = new(), secondSpan = new();
        IAsyncEnumerable<TFirst> firstRecords = first.Open(firstSpan, out Way firstWay);
        IAsyncEnumerable<TSecond> secondRecords = second.Open(secondSpan, out Way secondWay);
        way = Way.Issued;
        return new Results(operation(firstRecords, secondRecords, state), span, firstSpan, secondSpan, new AsyncPairDerivation(site, firstWay, secondWay));
    }

    private sealed class Results(IAsyncEnumerable<T> results, CurrentSpan span, CurrentSpan first, CurrentSpan second, AsyncPairDerivation derivation) : AsyncSpanned<T>(results, span)
    {
        protected override ulong NextSpan() => derivation.Derive(first.Value, second.Value);
    }
}

/// <summary>Zip of three sequences.</summary>
internal sealed class AsyncZippedFlow<TFirst, TSecond, TThird>(AsyncFlow<TFirst> first, AsyncFlow<TSecond> second, AsyncFlow<TThird> third, int site)
    : AsyncFlow<(TFirst First, TSecond Second, TThird Third)>
{
    internal override IAsyncEnumerable<(TFirst First, TSecond Second, TThird Third)> Open(CurrentSpan span, out Way way)
    {
        CurrentSpan firstSpan = new(), secondSpan = new(), thirdSpan = new();
        IAsyncEnumerable<TFirst> firstRecords = first.Open(firstSpan, out Way firstWay);
        IAsyncEnumerable<TSecond> secondRecords = second.Open(secondSpan, out Way secondWay);
        IAsyncEnumerable<TThird> thirdRecords = third.Open(thirdSpan, out Way thirdWay);
        way = Way.Issued;
        return new Results(AsyncEnumerable.Zip(firstRecords, secondRecords, thirdRecords), span, site, [firstSpan, secondSpan, thirdSpan], [firstWay, secondWay, thirdWay]);
    }

    private sealed class Results(IAsyncEnumerable<(TFirst First, TSecond Second, TThird Third)> results, CurrentSpan span, int site, CurrentSpan[] spans, Way[] ways)
        : AsyncSpanned<(TFirst First, TSecond Second, TThird Third)>(results, span)
    {
        private int _step; // 0 when not known yet

        protected override ulong NextSpan()
        {
            if (_step == 0) _step = StepOfThree;
            return ThreadBuffer.For(_step).DeriveTriple(_step, spans[0].Value, spans[1].Value, spans[2].Value);
        }

        private int StepOfThree => Steps.Intern(site, Steps.Intern(site, ways[0].Step, ways[1].Step), ways[2].Step);
    }
}
