using System.Numerics;
using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Sequence</c>: each number is a root.</summary>
    public static IAsyncEnumerable<T> AsyncSequence<TLineage, T>(T start, T endInclusive, T step, int site)
        where TLineage : struct, ILineage where T : INumber<T>
    {
        IAsyncEnumerable<T> plain = AsyncEnumerable.Sequence(start, endInclusive, step);
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source: null) ? plain.AsFlow(site) : plain;
    }
}
