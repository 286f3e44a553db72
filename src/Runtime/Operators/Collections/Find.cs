using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="List{T}.Find"/>: as an output it is the record chosen.</summary>
    public static T? Find<TLineage, T>(List<T> list, Predicate<T> match, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(list, site) || match is null) return list.Find(match!);
        int count = list.Count;
        var found = new FoundIndex<T>(match);
        T? result = list.Find(found.Predicate);
        found.Keep(list, count, fromEnd: false, site);
        return result;
    }

    /// <summary>The woven form of <see cref="Array.Find"/>: as an output it is the record chosen.</summary>
    public static T? Find<TLineage, T>(T[] array, Predicate<T> match, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(array, site) || match is null) return Array.Find(array, match!);
        var found = new FoundIndex<T>(match);
        T? result = Array.Find(array, found.Predicate);
        found.Keep(array, array.Length, fromEnd: false, site);
        return result;
    }
}
