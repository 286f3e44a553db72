using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Skip</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> Skip<TLineage, TSource>(IAsyncEnumerable<TSource> source, int count, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, count, static (records, count) => AsyncEnumerable.Skip(records, count), site)
            : AsyncEnumerable.Skip(source, count);
}
