using Weft.Flows;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.ToDictionaryAsync</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static ValueTask<Dictionary<TKey, TValue>> ToDictionaryAsync<TLineage, TKey, TValue>(
        IAsyncEnumerable<KeyValuePair<TKey, TValue>> source, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null
            ? AsyncResult.Collect(source, (comparer, cancellationToken), static (records, state) => AsyncEnumerable.ToDictionaryAsync(records, state.comparer, state.cancellationToken),
                static (dictionary, spans) => DictionaryAttachment<TKey, TValue>.Attach(dictionary, spans), site)
            : AsyncEnumerable.ToDictionaryAsync(source!, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ToDictionaryAsync</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static ValueTask<Dictionary<TKey, TValue>> ToDictionaryAsync<TLineage, TKey, TValue>(
        IAsyncEnumerable<(TKey Key, TValue Value)> source, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null
            ? AsyncResult.Collect(source, (comparer, cancellationToken), static (records, state) => AsyncEnumerable.ToDictionaryAsync(records, state.comparer, state.cancellationToken),
                static (dictionary, spans) => DictionaryAttachment<TKey, TValue>.Attach(dictionary, spans), site)
            : AsyncEnumerable.ToDictionaryAsync(source!, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ToDictionaryAsync</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static ValueTask<Dictionary<TKey, TSource>> ToDictionaryAsync<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null
            ? AsyncResult.Collect(source, (keySelector, comparer, cancellationToken), static (records, state) => AsyncEnumerable.ToDictionaryAsync(records, state.keySelector, state.comparer, state.cancellationToken),
                static (dictionary, spans) => DictionaryAttachment<TKey, TSource>.Attach(dictionary, spans), site)
            : AsyncEnumerable.ToDictionaryAsync(source!, keySelector, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ToDictionaryAsync</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static ValueTask<Dictionary<TKey, TSource>> ToDictionaryAsync<TLineage, TSource, TKey>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null
            ? AsyncResult.Collect(source, (keySelector, comparer, cancellationToken), static (records, state) => AsyncEnumerable.ToDictionaryAsync(records, state.keySelector, state.comparer, state.cancellationToken),
                static (dictionary, spans) => DictionaryAttachment<TKey, TSource>.Attach(dictionary, spans), site)
            : AsyncEnumerable.ToDictionaryAsync(source!, keySelector, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ToDictionaryAsync</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static ValueTask<Dictionary<TKey, TElement>> ToDictionaryAsync<TLineage, TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null
            ? AsyncResult.Collect(source, (keySelector, elementSelector, comparer, cancellationToken), static (records, state) => AsyncEnumerable.ToDictionaryAsync(records, state.keySelector, state.elementSelector, state.comparer, state.cancellationToken),
                static (dictionary, spans) => DictionaryAttachment<TKey, TElement>.Attach(dictionary, spans), site)
            : AsyncEnumerable.ToDictionaryAsync(source!, keySelector, elementSelector, comparer, cancellationToken);

    /// <summary>The woven form of <c>AsyncEnumerable.ToDictionaryAsync</c>: the dictionary keeps the spans of its records, by position of insertion.</summary>
    public static ValueTask<Dictionary<TKey, TElement>> ToDictionaryAsync<TLineage, TSource, TKey, TElement>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<TKey>> keySelector, Func<TSource, CancellationToken, ValueTask<TElement>> elementSelector, IEqualityComparer<TKey>? comparer, CancellationToken cancellationToken, int site)
        where TLineage : struct, ILineage where TKey : notnull
        => TLineage.IsRecording && source is not null
            ? AsyncResult.Collect(source, (keySelector, elementSelector, comparer, cancellationToken), static (records, state) => AsyncEnumerable.ToDictionaryAsync(records, state.keySelector, state.elementSelector, state.comparer, state.cancellationToken),
                static (dictionary, spans) => DictionaryAttachment<TKey, TElement>.Attach(dictionary, spans), site)
            : AsyncEnumerable.ToDictionaryAsync(source!, keySelector, elementSelector, comparer, cancellationToken);
}
