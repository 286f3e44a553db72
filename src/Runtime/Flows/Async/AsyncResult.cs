namespace Weft.Flows.Async;

/// <summary>The operators that read a whole sequence and give one result, when it is there.</summary>
internal static class AsyncResult
{
    /// <summary>A collection that keeps the spans of its records.</summary>
    /// <param name="source">The records.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">.NET's own operator.</param>
    /// <param name="attach">Attaches the column to the collection.</param>
    /// <param name="site">The call's site.</param>
    internal static ValueTask<TResult> Collect<T, TState, TResult>(
        IAsyncEnumerable<T> source, TState state, Func<IAsyncEnumerable<T>, TState, ValueTask<TResult>> operation, Action<TResult, SpanColumn> attach, int site)
        where TResult : class
    {
        AsyncTap<T> tap = AsyncTap<T>.On(source, site);
        return Then(operation(tap, state), (tap, attach, site), static (collection, kept) =>
        {
            SpanColumn column = kept.tap.Finish(kept.site);
            kept.attach(collection, column);
            return Operators.Materialise.Keep(collection, column, kept.site);
        });
    }

    /// <summary>A value that follows from every record.</summary>
    /// <param name="source">The records.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">.NET's own operator.</param>
    /// <param name="site">The call's site, an output.</param>
    internal static ValueTask<TResult> Derive<T, TState, TResult>(
        IAsyncEnumerable<T> source, TState state, Func<IAsyncEnumerable<T>, TState, ValueTask<TResult>> operation, int site)
    {
        AsyncTap<T> tap = AsyncTap<T>.On(source, site);
        return Then(operation(tap, state), (tap, site), static (result, kept) =>
        {
            OutputRow.DeriveFrom(kept.tap.Finish(), kept.site);
            return result;
        });
    }

    /// <summary>A value that follows from every record that satisfies a predicate.</summary>
    /// <param name="source">The records.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">.NET's own operator over records with their spans; adds the spans of those that match.</param>
    /// <param name="site">The call's site, an output.</param>
    internal static ValueTask<TResult> DeriveFromMatches<T, TState, TResult>(
        IAsyncEnumerable<T> source, TState state, Func<IAsyncEnumerable<Chosen<T>>, TState, AsyncMatches<T>, ValueTask<TResult>> operation, int site)
    {
        AsyncPairs<T> pairs = AsyncPairs<T>.Of(source, site, 0, out Way way);
        var matches = new AsyncMatches<T>();
        return Then(operation(pairs, state, matches), (matches, way, site), static (result, kept) =>
        {
            OutputRow.DeriveFrom(kept.matches.Finish(kept.way.Step), kept.site);
            return result;
        });
    }

    /// <summary>A value that is one of the records, or none of them.</summary>
    /// <param name="source">The records.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">.NET's own operator over records with their spans.</param>
    /// <param name="site">The call's site, an output.</param>
    internal static ValueTask<T> Choose<T, TState>(
        IAsyncEnumerable<T> source, TState state, Func<IAsyncEnumerable<Chosen<T>>, TState, ValueTask<Chosen<T>>> operation, int site)
    {
        AsyncPairs<T> pairs = AsyncPairs<T>.Of(source, site, 0, out Way way);
        return Then(operation(pairs, state), (way, site), static (chosen, kept) =>
        {
            OutputRow.Witness(chosen.Span, chosen.Found ? kept.way.Step : 0, kept.site);
            return chosen.Value;
        });
    }

    /// <inheritdoc cref="Choose{T, TState}"/>
    internal static ValueTask<T?> ChooseOrDefault<T, TState>(
        IAsyncEnumerable<T> source, TState state, Func<IAsyncEnumerable<Chosen<T>>, TState, ValueTask<Chosen<T>>> operation, int site)
        => Choose<T, TState>(source, state, operation, site)!;

    /// <summary>What becomes of a result when it is there.</summary>
    internal static ValueTask<TOut> Then<TIn, TState, TOut>(ValueTask<TIn> result, TState state, Func<TIn, TState, TOut> next)
        => result.IsCompletedSuccessfully ? new(next(result.Result, state)) : Await(result, state, next);

    private static async ValueTask<TOut> Await<TIn, TState, TOut>(ValueTask<TIn> result, TState state, Func<TIn, TState, TOut> next)
        => next(await result.ConfigureAwait(false), state);
}
