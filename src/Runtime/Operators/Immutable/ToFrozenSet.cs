using System.Collections.Frozen;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="FrozenSet.ToFrozenSet"/>: a record of each value keeps its span.</summary>
    public static FrozenSet<T> ToFrozenSet<TLineage, T>(IEnumerable<T> source, IEqualityComparer<T>? comparer, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && source is not null && Origin.MayCarry(source)
            ? Operators.Materialise.ByRecord(source, records => records.ToFrozenSet(comparer), Operators.Materialise.Fixed, site)
            : source!.ToFrozenSet(comparer);
}
