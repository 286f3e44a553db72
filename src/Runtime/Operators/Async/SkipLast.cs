using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.SkipLast</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> SkipLast<TLineage, TSource>(IAsyncEnumerable<TSource> source, int count, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncReordered.Of(source, count, static (records, count) => AsyncEnumerable.SkipLast(records, count), static (records, count) => AsyncEnumerable.SkipLast(records, count), site)
            : AsyncEnumerable.SkipLast(source, count);
}
