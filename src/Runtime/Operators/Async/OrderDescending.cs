using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.OrderDescending</c>: records pass with their spans.</summary>
    public static IOrderedAsyncEnumerable<T> OrderDescending<TLineage, T>(IAsyncEnumerable<T> source, IComparer<T>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncOrdered.Of(source, comparer, static (records, comparer) => AsyncEnumerable.OrderDescending(records, comparer),
                static (records, comparer) => AsyncEnumerable.OrderByDescending(records, static record => record.Value, comparer), site)
            : AsyncEnumerable.OrderDescending(source, comparer);
}
