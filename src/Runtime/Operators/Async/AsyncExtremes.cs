using Weft.Flows;
using Weft.Flows.Async;

namespace Weft.Operators;

/// <summary>The least and greatest records, whose witness is found by running .NET's own operator over records with their spans.</summary>
// Design: the operators tell types that can be null from others: an empty sequence of the first has null as its result, one of the others throws. So pairs
// of records and spans are nullable where the records are. A number's order with the default comparer has exceptions in .NET's operators (what is not
// a number); those are run over the numbers themselves, and the first number that compares equal to the result is the witness.
internal static class AsyncExtremes
{
    internal static ValueTask<T?> Min<T>(IAsyncEnumerable<T> source, IComparer<T>? comparer, int site, CancellationToken cancellationToken)
    {
        if (IsFloating<T>() && (comparer is null || comparer == Comparer<T>.Default))
            return OfNumbers(source, AsyncEnumerable.MinAsync, comparer, site, cancellationToken);
        IComparer<T> inner = comparer ?? Comparer<T>.Default;
        return default(T) is null
            ? OfNullable(source, withNulls: true, (pairs, token) => AsyncEnumerable.MinAsync(pairs, new PairComparer<T>(inner), token), site, cancellationToken)
            : AsyncResult.ChooseOrDefault(source, 0, (pairs, _) => AsyncEnumerable.MinAsync(pairs, new PairComparer<T>(inner), cancellationToken), site);
    }

    internal static ValueTask<T?> Max<T>(IAsyncEnumerable<T> source, IComparer<T>? comparer, int site, CancellationToken cancellationToken)
    {
        if (IsFloating<T>() && (comparer is null || comparer == Comparer<T>.Default))
            return OfNumbers(source, AsyncEnumerable.MaxAsync, comparer, site, cancellationToken);
        IComparer<T> inner = comparer ?? Comparer<T>.Default;
        return default(T) is null
            ? OfNullable(source, withNulls: true, (pairs, token) => AsyncEnumerable.MaxAsync(pairs, new PairComparer<T>(inner), token), site, cancellationToken)
            : AsyncResult.ChooseOrDefault(source, 0, (pairs, _) => AsyncEnumerable.MaxAsync(pairs, new PairComparer<T>(inner), cancellationToken), site);
    }

    internal static ValueTask<T?> MinBy<T, TKey>(IAsyncEnumerable<T> source, Func<T, TKey> keySelector, IComparer<TKey>? comparer, int site, CancellationToken cancellationToken)
        => default(T) is null
            ? OfNullable(source, withNulls: false, (pairs, token) => AsyncEnumerable.MinByAsync(pairs, pair => keySelector(pair!.Value.Value), comparer, token), site, cancellationToken)
            : AsyncResult.ChooseOrDefault(source, 0, (pairs, _) => AsyncEnumerable.MinByAsync(pairs, pair => keySelector(pair.Value), comparer, cancellationToken), site);

    internal static ValueTask<T?> MinBy<T, TKey>(
        IAsyncEnumerable<T> source, Func<T, CancellationToken, ValueTask<TKey>> keySelector, IComparer<TKey>? comparer, int site, CancellationToken cancellationToken)
        => default(T) is null
            ? OfNullable(source, withNulls: false, (pairs, token) => AsyncEnumerable.MinByAsync(pairs, (pair, own) => keySelector(pair!.Value.Value, own), comparer, token), site, cancellationToken)
            : AsyncResult.ChooseOrDefault(source, 0, (pairs, _) => AsyncEnumerable.MinByAsync(pairs, (pair, own) => keySelector(pair.Value, own), comparer, cancellationToken), site);

    internal static ValueTask<T?> MaxBy<T, TKey>(IAsyncEnumerable<T> source, Func<T, TKey> keySelector, IComparer<TKey>? comparer, int site, CancellationToken cancellationToken)
        => default(T) is null
            ? OfNullable(source, withNulls: false, (pairs, token) => AsyncEnumerable.MaxByAsync(pairs, pair => keySelector(pair!.Value.Value), comparer, token), site, cancellationToken)
            : AsyncResult.ChooseOrDefault(source, 0, (pairs, _) => AsyncEnumerable.MaxByAsync(pairs, pair => keySelector(pair.Value), comparer, cancellationToken), site);

    internal static ValueTask<T?> MaxBy<T, TKey>(
        IAsyncEnumerable<T> source, Func<T, CancellationToken, ValueTask<TKey>> keySelector, IComparer<TKey>? comparer, int site, CancellationToken cancellationToken)
        => default(T) is null
            ? OfNullable(source, withNulls: false, (pairs, token) => AsyncEnumerable.MaxByAsync(pairs, (pair, own) => keySelector(pair!.Value.Value, own), comparer, token), site, cancellationToken)
            : AsyncResult.ChooseOrDefault(source, 0, (pairs, _) => AsyncEnumerable.MaxByAsync(pairs, (pair, own) => keySelector(pair.Value, own), comparer, cancellationToken), site);

    private static bool IsFloating<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(float?) || typeof(T) == typeof(double?);

    private static ValueTask<T?> OfNullable<T>(
        IAsyncEnumerable<T> source, bool withNulls, Func<IAsyncEnumerable<Chosen<T>?>, CancellationToken, ValueTask<Chosen<T>?>> operation, int site, CancellationToken cancellationToken)
    {
        var span = new CurrentSpan();
        var pairs = new NullablePairs<T>(source.AsFlow(site).Open(span, out Way way), span, withNulls);
        return AsyncResult.Then(operation(pairs, cancellationToken), (way, site), static (chosen, kept) =>
        {
            OutputRow.Witness(chosen?.Span ?? 0, chosen is null ? 0 : kept.way.Step, kept.site);
            return chosen is { } found ? found.Value : default;
        });
    }

    private static ValueTask<T?> OfNumbers<T>(
        IAsyncEnumerable<T> source, Func<IAsyncEnumerable<T>, IComparer<T>?, CancellationToken, ValueTask<T?>> operation, IComparer<T>? comparer, int site, CancellationToken cancellationToken)
    {
        var span = new CurrentSpan();
        var numbers = new FirstOfEach<T>(source.AsFlow(site).Open(span, out Way way), span);
        return AsyncResult.Then(operation(numbers, comparer, cancellationToken), (numbers, way, site), static (result, kept) =>
        {
            ulong witness = kept.numbers.Find(result);
            OutputRow.Witness(witness, witness == 0 ? 0 : kept.way.Step, kept.site);
            return result;
        });
    }

    private sealed class PairComparer<T>(IComparer<T> inner) : IComparer<Chosen<T>>, IComparer<Chosen<T>?>
    {
        public int Compare(Chosen<T> left, Chosen<T> right) => inner.Compare(left.Value, right.Value);

        // The operators compare nothing with null.
        public int Compare(Chosen<T>? left, Chosen<T>? right) => inner.Compare(left!.Value.Value, right!.Value.Value);
    }
}
