using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.OfType</c>: records pass with their spans.</summary>
    public static IAsyncEnumerable<TResult> OfType<TLineage, TResult>(IAsyncEnumerable<object?> source, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncPass.Of(source, 0, static (records, _) => AsyncEnumerable.OfType<TResult>(records), site)
            : AsyncEnumerable.OfType<TResult>(source);
}
