using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Prepend</c>: records pass with their spans; the prepended value is a root of the call.</summary>
    public static IAsyncEnumerable<TSource> Prepend<TLineage, TSource>(IAsyncEnumerable<TSource> source, TSource element, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncAdded.Of(source, element, AddedPlace.Front, static (records, value) => AsyncEnumerable.Prepend(records, value), site)
            : AsyncEnumerable.Prepend(source, element);
}
