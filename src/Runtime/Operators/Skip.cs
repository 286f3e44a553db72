using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Enumerable.Skip{TSource}"/>: records pass with their spans.</summary>
    public static IEnumerable<TSource> Skip<TLineage, TSource>(IEnumerable<TSource> source, int count, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null) return Enumerable.Skip(source!, count);
        count = Math.Max(count, 0);
        return source switch
        {
            Flow<TSource> flow => count == 0 && flow.IsIterator ? flow : flow.Skip(count, site) ?? (IEnumerable<TSource>)[],
            TSource[] { Length: 0 } => [],
            TSource[] array => new Operators.ItemsPart<ArrayItems<TSource>, TSource>(new(array), count, int.MaxValue, site, new FusedSites(site)),
            List<TSource> list => new Operators.ItemsPart<ListItems<TSource>, TSource>(new(list), count, int.MaxValue, site, new FusedSites(site)),
            IList<TSource> list => new Operators.ItemsPart<IndexedItems<TSource>, TSource>(new(list), count, int.MaxValue, site, new FusedSites(site)),
            _ => new Operators.SkipTakeFlow<TSource>(source.AsFlow(site), count, Operators.SkipTakeFlow<TSource>.NoLimit, new FusedSites(site)),
        };
    }
}
