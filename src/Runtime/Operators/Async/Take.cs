using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Take</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> Take<TLineage, TSource>(IAsyncEnumerable<TSource> source, int count, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, count, static (records, count) => AsyncEnumerable.Take(records, count), site)
            : AsyncEnumerable.Take(source, count);

    /// <summary>The woven form of <c>AsyncEnumerable.Take</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> Take<TLineage, TSource>(IAsyncEnumerable<TSource> source, Range range, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncReordered.Of(source, range, static (records, range) => AsyncEnumerable.Take(records, range), static (records, range) => AsyncEnumerable.Take(records, range), site)
            : AsyncEnumerable.Take(source, range);
}
