using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.AddRange(items)</c>: records keep their spans, and those put in bring theirs.</summary>
    public static ImmutableList<T> AddRange<TLineage, T>(ImmutableList<T> list, IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && list is not null ? Operators.ImmutableListEdits.Insert(list, list.Count, items, list.AddRange, site) : list!.AddRange(items);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.InsertRange(index, items)</c>, as that of AddRange.</summary>
    public static ImmutableList<T> InsertRange<TLineage, T>(ImmutableList<T> list, int index, IEnumerable<T> items, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && list is not null && (uint)index <= (uint)list.Count ? Operators.ImmutableListEdits.Insert(list, index, items, records => list.InsertRange(index, records), site) : list!.InsertRange(index, items);
}
