using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.DefaultIfEmpty</c>: records pass with their spans; the default value is a root of the call.</summary>
    public static IAsyncEnumerable<TSource?> DefaultIfEmpty<TLineage, TSource>(IAsyncEnumerable<TSource> source, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncAdded.Of<TSource?>(source!, default, AddedPlace.Empty, static (records, _) => AsyncEnumerable.DefaultIfEmpty(records), site)
            : AsyncEnumerable.DefaultIfEmpty(source);

    /// <summary>The woven form of <c>AsyncEnumerable.DefaultIfEmpty</c>: records pass with their spans; the default value is a root of the call.</summary>
    public static IAsyncEnumerable<TSource> DefaultIfEmpty<TLineage, TSource>(IAsyncEnumerable<TSource> source, TSource defaultValue, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncAdded.Of(source, defaultValue, AddedPlace.Empty, static (records, value) => AsyncEnumerable.DefaultIfEmpty(records, value), site)
            : AsyncEnumerable.DefaultIfEmpty(source, defaultValue);
}
