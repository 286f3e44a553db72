using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new SortedSet&lt;T&gt;(collection)</c>: a record of each value keeps its span.</summary>
    public static SortedSet<T> NewSortedSet<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => NewSortedSet<TLineage, T>(collection, null, site);

    /// <summary>The woven form of <c>new SortedSet&lt;T&gt;(collection, comparer)</c>: a record of each value keeps its span.</summary>
    public static SortedSet<T> NewSortedSet<TLineage, T>(IEnumerable<T> collection, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.ByRecord(
                collection, records => new SortedSet<T>(records, comparer), static (made, column) => new VersionedAttachment<SortedSet<T>>(made, column, Versions<T>.Of), site)
            : new SortedSet<T>(collection!, comparer);
}
