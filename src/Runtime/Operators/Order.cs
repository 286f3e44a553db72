using Weft.Flows;
using Weft.Operators.Ordering;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Order(source)</c>: records pass with their spans; equal ones keep their order.</summary>
    public static IOrderedEnumerable<T> Order<TLineage, T>(IEnumerable<T> source, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null
            ? new KeyOrderedFlow<T, T>(source.AsFlow(site), null, Itself<T>.Selector, null, descending: false, site)
            : Enumerable.Order(source!);

    /// <summary>The woven form of <c>Enumerable.Order(source, comparer)</c>: records pass with their spans; equal ones keep their order.</summary>
    public static IOrderedEnumerable<T> Order<TLineage, T>(IEnumerable<T> source, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null
            ? new KeyOrderedFlow<T, T>(source.AsFlow(site), null, Itself<T>.Selector, comparer, descending: false, site)
            : Enumerable.Order(source!, comparer);
}
