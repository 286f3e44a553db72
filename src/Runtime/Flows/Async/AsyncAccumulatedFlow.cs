using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>What was made of the records of one key so far, with their spans.</summary>
internal readonly record struct Accumulated<T>(T Value, List<ulong> Spans)
{
    /// <summary>The value before the first record.</summary>
    internal static Accumulated<T> Seed(T value) => new(value, []);

    /// <inheritdoc cref="Seed(T)"/>
    internal static ValueTask<Accumulated<T>> Seed(ValueTask<T> value) => AsyncResult.Then(value, 0, static (seed, _) => Seed(seed));

    /// <summary>The value after one more record.</summary>
    internal Accumulated<T> With(T value, ulong span)
    {
        Spans.Add(span);
        return this with { Value = value };
    }

    /// <inheritdoc cref="With(T, ulong)"/>
    internal ValueTask<Accumulated<T>> With(ValueTask<T> value, ulong span) => AsyncResult.Then(value, (this, span), static (next, state) => state.Item1.With(next, state.span));
}

/// <summary>The operators that make one value of all records of a key.</summary>
internal static class AsyncAccumulation
{
    /// <summary>The result of such an operator over <paramref name="source"/>.</summary>
    /// <param name="source">The records; may be null, which the operator answers.</param>
    /// <param name="state">The operator's other arguments.</param>
    /// <param name="plain">.NET's own operator; called to have the arguments checked.</param>
    /// <param name="operation">.NET's own operator over records with their spans.</param>
    /// <param name="site">The call's site.</param>
    internal static IAsyncEnumerable<KeyValuePair<TKey, TValue>> Of<TSource, TKey, TValue, TState>(
        IAsyncEnumerable<TSource> source, TState state, Func<IAsyncEnumerable<TSource>, TState, IAsyncEnumerable<KeyValuePair<TKey, TValue>>> plain,
        Func<IAsyncEnumerable<Chosen<TSource>>, TState, IAsyncEnumerable<KeyValuePair<TKey, Accumulated<TValue>>>> operation, int site)
    {
        IAsyncEnumerable<KeyValuePair<TKey, TValue>> result = plain(source, state);
        if (AsyncEntering.IsDone(result, source)) return result;
        return new AsyncAccumulatedFlow<TSource, TKey, TValue, TState>(source.AsFlow(site), state, operation, site);
    }
}

/// <summary>A flow of keys and values, each of which follows from every record of its key.</summary>
internal sealed class AsyncAccumulatedFlow<TSource, TKey, TValue, TState>(
    AsyncFlow<TSource> source, TState state, Func<IAsyncEnumerable<Chosen<TSource>>, TState, IAsyncEnumerable<KeyValuePair<TKey, Accumulated<TValue>>>> operation, int site)
    : AsyncFlow<KeyValuePair<TKey, TValue>>
{
    internal override IAsyncEnumerable<KeyValuePair<TKey, TValue>> Open(CurrentSpan span, out Way way)
    {
        AsyncPairs<TSource> pairs = AsyncPairs<TSource>.Of(source, site, 0, out Way sourceWay);
        way = Way.Issued;
        return new Results(operation(pairs, state), span, sourceWay, site);
    }

    private sealed class Results(IAsyncEnumerable<KeyValuePair<TKey, Accumulated<TValue>>> results, CurrentSpan span, Way way, int site)
        : AsyncReading<KeyValuePair<TKey, Accumulated<TValue>>>(results), IAsyncEnumerable<KeyValuePair<TKey, TValue>>, IAsyncEnumerator<KeyValuePair<TKey, TValue>>
    {
        public KeyValuePair<TKey, TValue> Current { get; private set; }

        public IAsyncEnumerator<KeyValuePair<TKey, TValue>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            Start(cancellationToken);
            return this;
        }

        protected override void Moved()
        {
            (TKey key, Accumulated<TValue> accumulated) = SourceCurrent;
            Current = new(key, accumulated.Value);
            ColumnBuilder members = ColumnBuilder.Rent();
            foreach (ulong member in accumulated.Spans) members.Add(member);
            int step = Steps.Intern(site, way.Step);
            span.Value = ThreadBuffer.For(step).DeriveFanIn(step, members.Finish(way.Step));
        }

        protected override void Ended() => Current = default;
    }
}
