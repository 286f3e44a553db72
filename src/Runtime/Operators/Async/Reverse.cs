using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Reverse</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> Reverse<TLineage, TSource>(IAsyncEnumerable<TSource> source, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncReordered.Of(source, 0, static (records, _) => AsyncEnumerable.Reverse(records), static (records, _) => AsyncEnumerable.Reverse(records), site)
            : AsyncEnumerable.Reverse(source);
}
