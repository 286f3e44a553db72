using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Index</c>: the image of a record has its span.</summary>
    public static IAsyncEnumerable<(int Index, TSource Item)> Index<TLineage, TSource>(IAsyncEnumerable<TSource> source, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, 0, static (records, _) => AsyncEnumerable.Index(records), site)
            : AsyncEnumerable.Index(source);
}
