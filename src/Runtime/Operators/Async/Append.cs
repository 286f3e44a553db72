using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Append</c>: records pass with their spans; the appended value is a root of the call.</summary>
    public static IAsyncEnumerable<TSource> Append<TLineage, TSource>(IAsyncEnumerable<TSource> source, TSource element, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncAdded.Of(source, element, AddedPlace.End, static (records, value) => AsyncEnumerable.Append(records, value), site)
            : AsyncEnumerable.Append(source, element);
}
