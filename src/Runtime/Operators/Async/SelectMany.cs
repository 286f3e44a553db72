using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TResult, Func<TSource, IEnumerable<TResult>>, TResult>(source, selector, static (records, selector) => AsyncEnumerable.SelectMany(records, selector),
                static (records, selector, inner) => AsyncEnumerable.SelectMany(records, record => inner.Of(selector(record))), site)
            : AsyncEnumerable.SelectMany(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<IEnumerable<TResult>>> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TResult, Func<TSource, CancellationToken, ValueTask<IEnumerable<TResult>>>, TResult>(source, selector, static (records, selector) => AsyncEnumerable.SelectMany(records, selector),
                static (records, selector, inner) => AsyncEnumerable.SelectMany(records, (record, cancellationToken) => inner.Of(selector(record, cancellationToken))), site)
            : AsyncEnumerable.SelectMany(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, IAsyncEnumerable<TResult>> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TResult, Func<TSource, IAsyncEnumerable<TResult>>, TResult>(source, selector, static (records, selector) => AsyncEnumerable.SelectMany(records, selector),
                static (records, selector, inner) => AsyncEnumerable.SelectMany(records, record => inner.Of(selector(record))), site)
            : AsyncEnumerable.SelectMany(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, int, IEnumerable<TResult>> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TResult, Func<TSource, int, IEnumerable<TResult>>, TResult>(source, selector, static (records, selector) => AsyncEnumerable.SelectMany(records, selector),
                static (records, selector, inner) => AsyncEnumerable.SelectMany(records, (record, index) => inner.Of(selector(record, index))), site)
            : AsyncEnumerable.SelectMany(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, int, CancellationToken, ValueTask<IEnumerable<TResult>>> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TResult, Func<TSource, int, CancellationToken, ValueTask<IEnumerable<TResult>>>, TResult>(source, selector, static (records, selector) => AsyncEnumerable.SelectMany(records, selector),
                static (records, selector, inner) => AsyncEnumerable.SelectMany(records, (record, index, cancellationToken) => inner.Of(selector(record, index, cancellationToken))), site)
            : AsyncEnumerable.SelectMany(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, int, IAsyncEnumerable<TResult>> selector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TResult, Func<TSource, int, IAsyncEnumerable<TResult>>, TResult>(source, selector, static (records, selector) => AsyncEnumerable.SelectMany(records, selector),
                static (records, selector, inner) => AsyncEnumerable.SelectMany(records, (record, index) => inner.Of(selector(record, index))), site)
            : AsyncEnumerable.SelectMany(source, selector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TCollection, (Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector), TResult>(source, (collectionSelector, resultSelector), static (records, state) => AsyncEnumerable.SelectMany(records, state.collectionSelector, state.resultSelector),
                static (records, state, inner) => AsyncEnumerable.SelectMany(records, record => inner.Of(state.collectionSelector(record)), state.resultSelector), site)
            : AsyncEnumerable.SelectMany(source, collectionSelector, resultSelector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<IEnumerable<TCollection>>> collectionSelector, Func<TSource, TCollection, CancellationToken, ValueTask<TResult>> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TCollection, (Func<TSource, CancellationToken, ValueTask<IEnumerable<TCollection>>> collectionSelector, Func<TSource, TCollection, CancellationToken, ValueTask<TResult>> resultSelector), TResult>(source, (collectionSelector, resultSelector), static (records, state) => AsyncEnumerable.SelectMany(records, state.collectionSelector, state.resultSelector),
                static (records, state, inner) => AsyncEnumerable.SelectMany(records, (record, cancellationToken) => inner.Of(state.collectionSelector(record, cancellationToken)), state.resultSelector), site)
            : AsyncEnumerable.SelectMany(source, collectionSelector, resultSelector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, IAsyncEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TCollection, (Func<TSource, IAsyncEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector), TResult>(source, (collectionSelector, resultSelector), static (records, state) => AsyncEnumerable.SelectMany(records, state.collectionSelector, state.resultSelector),
                static (records, state, inner) => AsyncEnumerable.SelectMany(records, record => inner.Of(state.collectionSelector(record)), state.resultSelector), site)
            : AsyncEnumerable.SelectMany(source, collectionSelector, resultSelector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, IAsyncEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, CancellationToken, ValueTask<TResult>> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TCollection, (Func<TSource, IAsyncEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, CancellationToken, ValueTask<TResult>> resultSelector), TResult>(source, (collectionSelector, resultSelector), static (records, state) => AsyncEnumerable.SelectMany(records, state.collectionSelector, state.resultSelector),
                static (records, state, inner) => AsyncEnumerable.SelectMany(records, record => inner.Of(state.collectionSelector(record)), state.resultSelector), site)
            : AsyncEnumerable.SelectMany(source, collectionSelector, resultSelector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, int, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TCollection, (Func<TSource, int, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector), TResult>(source, (collectionSelector, resultSelector), static (records, state) => AsyncEnumerable.SelectMany(records, state.collectionSelector, state.resultSelector),
                static (records, state, inner) => AsyncEnumerable.SelectMany(records, (record, index) => inner.Of(state.collectionSelector(record, index)), state.resultSelector), site)
            : AsyncEnumerable.SelectMany(source, collectionSelector, resultSelector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, int, CancellationToken, ValueTask<IEnumerable<TCollection>>> collectionSelector, Func<TSource, TCollection, CancellationToken, ValueTask<TResult>> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TCollection, (Func<TSource, int, CancellationToken, ValueTask<IEnumerable<TCollection>>> collectionSelector, Func<TSource, TCollection, CancellationToken, ValueTask<TResult>> resultSelector), TResult>(source, (collectionSelector, resultSelector), static (records, state) => AsyncEnumerable.SelectMany(records, state.collectionSelector, state.resultSelector),
                static (records, state, inner) => AsyncEnumerable.SelectMany(records, (record, index, cancellationToken) => inner.Of(state.collectionSelector(record, index, cancellationToken)), state.resultSelector), site)
            : AsyncEnumerable.SelectMany(source, collectionSelector, resultSelector);

    /// <summary>The woven form of <c>AsyncEnumerable.SelectMany</c>: a result follows from the outer record and the inner record.</summary>
    public static IAsyncEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, int, IAsyncEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, CancellationToken, ValueTask<TResult>> resultSelector, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncSelectMany.Of<TSource, TCollection, (Func<TSource, int, IAsyncEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, CancellationToken, ValueTask<TResult>> resultSelector), TResult>(source, (collectionSelector, resultSelector), static (records, state) => AsyncEnumerable.SelectMany(records, state.collectionSelector, state.resultSelector),
                static (records, state, inner) => AsyncEnumerable.SelectMany(records, (record, index) => inner.Of(state.collectionSelector(record, index)), state.resultSelector), site)
            : AsyncEnumerable.SelectMany(source, collectionSelector, resultSelector);
}
