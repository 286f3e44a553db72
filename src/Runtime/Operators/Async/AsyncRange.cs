using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Range</c>: each number is a root.</summary>
    public static IAsyncEnumerable<int> AsyncRange<TLineage>(int start, int count, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<int> plain = AsyncEnumerable.Range(start, count);
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source: null) ? plain.AsFlow(site) : plain;
    }
}
