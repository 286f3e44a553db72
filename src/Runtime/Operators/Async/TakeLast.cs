using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.TakeLast</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> TakeLast<TLineage, TSource>(IAsyncEnumerable<TSource> source, int count, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncReordered.Of(source, count, static (records, count) => AsyncEnumerable.TakeLast(records, count), static (records, count) => AsyncEnumerable.TakeLast(records, count), site)
            : AsyncEnumerable.TakeLast(source, count);
}
