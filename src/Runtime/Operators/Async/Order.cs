using Weft.Flows.Async;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Order</c>: records pass with their spans.</summary>
    public static IOrderedAsyncEnumerable<T> Order<TLineage, T>(IAsyncEnumerable<T> source, IComparer<T>? comparer, int site)
        where TLineage : struct, ILineage
        => TLineage.IsRecording
            ? AsyncOrdered.Of(source, comparer, static (records, comparer) => AsyncEnumerable.Order(records, comparer),
                static (records, comparer) => AsyncEnumerable.OrderBy(records, static record => record.Value, comparer), site)
            : AsyncEnumerable.Order(source, comparer);
}
