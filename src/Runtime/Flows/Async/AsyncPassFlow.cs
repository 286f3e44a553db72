namespace Weft.Flows.Async;

/// <summary>The operators that hand on the record they have just read, or its image.</summary>
internal static class AsyncPass
{
    /// <summary>The result of such an operator over <paramref name="source"/>.</summary>
    /// <param name="source">The sequence that the records come from; may be null, which the operator answers.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="operation">.NET's own operator.</param>
    /// <param name="site">The call's site.</param>
    internal static IAsyncEnumerable<T> Of<TSource, TState, T>(
        IAsyncEnumerable<TSource> source, TState state, Func<IAsyncEnumerable<TSource>, TState, IAsyncEnumerable<T>> operation, int site)
    {
        IAsyncEnumerable<T> plain = operation(source, state); // checks the arguments
        return AsyncEntering.IsDone(plain, source) ? plain : new AsyncPassFlow<TSource, TState, T>(source.AsFlow(site), state, operation, site);
    }

    /// <summary>The result of such an operator with two branches, of which it reads the second when the first has ended.</summary>
    internal static IAsyncEnumerable<T> Of<T, TState>(
        IAsyncEnumerable<T> first, IAsyncEnumerable<T> second, TState state, Func<IAsyncEnumerable<T>, IAsyncEnumerable<T>, TState, IAsyncEnumerable<T>> operation, int site)
    {
        IAsyncEnumerable<T> plain = operation(first, second, state); // checks the arguments
        if (AsyncEntering.IsDone(plain, first) || AsyncEntering.IsDone(plain, second)) return plain;
        return new AsyncBranchesFlow<T, TState>(first.AsFlow(site), second.AsFlow(site, argument: 1), state, operation, site);
    }
}

/// <summary>A flow over another one whose records keep their spans and are handed on as they come.</summary>
internal sealed class AsyncPassFlow<TSource, TState, T>(
    AsyncFlow<TSource> source, TState state, Func<IAsyncEnumerable<TSource>, TState, IAsyncEnumerable<T>> operation, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        IAsyncEnumerable<TSource> records = source.Open(span, out Way sourceWay);
        way = new PassedWay(site, sourceWay);
        return operation(records, state);
    }
}

/// <summary>As <see cref="AsyncPassFlow{TSource, TState, T}"/>, over two branches that are read one after the other.</summary>
internal sealed class AsyncBranchesFlow<T, TState>(
    AsyncFlow<T> first, AsyncFlow<T> second, TState state, Func<IAsyncEnumerable<T>, IAsyncEnumerable<T>, TState, IAsyncEnumerable<T>> operation, int site) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        IAsyncEnumerable<T> firstRecords = first.Open(span, out Way firstWay);
        IAsyncEnumerable<T> secondRecords = second.Open(span, out Way secondWay);
        way = new JoinedWay(site, firstWay, secondWay);
        return operation(firstRecords, secondRecords, state);
    }
}
