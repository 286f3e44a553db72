using System.Numerics;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.InfiniteSequence</c>: each number is a root.</summary>
    public static IAsyncEnumerable<T> AsyncInfiniteSequence<TLineage, T>(T start, T step, int site)
        where TLineage : struct, ILineage where T : IAdditionOperators<T, T, T>
    {
        IAsyncEnumerable<T> plain = AsyncEnumerable.InfiniteSequence(start, step);
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source: null) ? plain.AsFlow(site) : plain;
    }
}
