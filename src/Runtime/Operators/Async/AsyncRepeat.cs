using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Repeat</c>: each record is a root.</summary>
    public static IAsyncEnumerable<TResult> AsyncRepeat<TLineage, TResult>(TResult element, int count, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<TResult> plain = AsyncEnumerable.Repeat(element, count);
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source: null) ? plain.AsFlow(site) : plain;
    }
}
