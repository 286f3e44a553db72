using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Chunk</c>: a chunk follows from every member; members keep their spans.</summary>
    public static IAsyncEnumerable<TSource[]> Chunk<TLineage, TSource>(IAsyncEnumerable<TSource> source, int size, int site)
        where TLineage : struct, ILineage
    {
        IAsyncEnumerable<TSource[]> plain = AsyncEnumerable.Chunk(source, size); // checks the arguments
        return TLineage.IsRecording && !AsyncEntering.IsDone(plain, source) ? new AsyncChunkFlow<TSource>(source.AsFlow(site), size, site) : plain;
    }
}
