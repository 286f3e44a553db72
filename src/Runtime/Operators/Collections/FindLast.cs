using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="List{T}.FindLast"/>: as an output it is the record chosen.</summary>
    public static T? FindLast<TLineage, T>(List<T> list, Predicate<T> match, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(list, site) || match is null) return list.FindLast(match!);
        int count = list.Count;
        var found = new FoundIndex<T>(match);
        T? result = list.FindLast(found.Predicate);
        found.Keep(list, count, fromEnd: true, site);
        return result;
    }

    /// <summary>The woven form of <see cref="Array.FindLast"/>: as an output it is the record chosen.</summary>
    public static T? FindLast<TLineage, T>(T[] array, Predicate<T> match, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(array, site) || match is null) return Array.FindLast(array, match!);
        var found = new FoundIndex<T>(match);
        T? result = Array.FindLast(array, found.Predicate);
        found.Keep(array, array.Length, fromEnd: true, site);
        return result;
    }
}
