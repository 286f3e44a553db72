using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Concat</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TSource> Concat<TLineage, TSource>(IAsyncEnumerable<TSource> first, IAsyncEnumerable<TSource> second, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(first, second, 0, static (first, second, _) => AsyncEnumerable.Concat(first, second), site)
            : AsyncEnumerable.Concat(first, second);
}
