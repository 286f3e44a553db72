using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new HashSet&lt;T&gt;(collection)</c>: the first record of its value keeps its span.</summary>
    public static HashSet<T> NewHashSet<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => NewHashSet<TLineage, T>(collection, null, site);

    /// <summary>The woven form of <c>new HashSet&lt;T&gt;(collection, comparer)</c>: the first record of its value keeps its span.</summary>
    public static HashSet<T> NewHashSet<TLineage, T>(IEnumerable<T> collection, IEqualityComparer<T>? comparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection) ? Operators.Materialise.Set(collection.AsFlow(site), comparer, site) : new HashSet<T>(collection!, comparer);
}
