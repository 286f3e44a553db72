using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.TakeWhile</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> TakeWhile<TLineage, TSource>(IAsyncEnumerable<TSource> source, Func<TSource, bool> predicate, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, predicate, static (records, predicate) => AsyncEnumerable.TakeWhile(records, predicate), site)
            : AsyncEnumerable.TakeWhile(source, predicate);

    /// <summary>The woven form of <c>AsyncEnumerable.TakeWhile</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> TakeWhile<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask<bool>> predicate, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, predicate, static (records, predicate) => AsyncEnumerable.TakeWhile(records, predicate), site)
            : AsyncEnumerable.TakeWhile(source, predicate);

    /// <summary>The woven form of <c>AsyncEnumerable.TakeWhile</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> TakeWhile<TLineage, TSource>(IAsyncEnumerable<TSource> source, Func<TSource, int, bool> predicate, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, predicate, static (records, predicate) => AsyncEnumerable.TakeWhile(records, predicate), site)
            : AsyncEnumerable.TakeWhile(source, predicate);

    /// <summary>The woven form of <c>AsyncEnumerable.TakeWhile</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> TakeWhile<TLineage, TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, int, CancellationToken, ValueTask<bool>> predicate, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, predicate, static (records, predicate) => AsyncEnumerable.TakeWhile(records, predicate), site)
            : AsyncEnumerable.TakeWhile(source, predicate);
}
