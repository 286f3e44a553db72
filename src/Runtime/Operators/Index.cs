using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Enumerable.Index{TSource}"/>: a record with its index has that record's span.</summary>
    public static IEnumerable<(int Index, TSource Item)> Index<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null) return Enumerable.Index(source!);
        return source is TSource[] { Length: 0 } ? [] : new Operators.IndexedSelectFlow<TSource, (int, TSource)>(source.AsFlow(site), static (item, index) => (index, item), site);
    }
}
