using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.LastOrDefault(source)</c>: as an output it is the record chosen.</summary>
    public static TSource? LastOrDefault<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => Operators.Choice.Last<TLineage, TSource>(source, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : default
            : Enumerable.LastOrDefault(source);

    /// <summary>The woven form of <c>Enumerable.LastOrDefault(source, defaultValue)</c>: as an output it is the record chosen.</summary>
    public static TSource LastOrDefault<TLineage, TSource>(IEnumerable<TSource> source, TSource defaultValue, int site) where TLineage : struct, ILineage
        => Operators.Choice.Last<TLineage, TSource>(source, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : defaultValue
            : Enumerable.LastOrDefault(source, defaultValue);

    /// <summary>The woven form of <c>Enumerable.LastOrDefault(source, predicate)</c>: as an output it is the record chosen.</summary>
    public static TSource? LastOrDefault<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
        => Operators.Choice.Last<TLineage, TSource>(source, predicate, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : default
            : Enumerable.LastOrDefault(source, predicate);

    /// <summary>The woven form of <c>Enumerable.LastOrDefault(source, predicate, defaultValue)</c>: as an output it is the record chosen.</summary>
    public static TSource LastOrDefault<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue, int site) where TLineage : struct, ILineage
        => Operators.Choice.Last<TLineage, TSource>(source, predicate, site, out Chosen<TSource> chosen)
            ? chosen.Found ? chosen.Value : defaultValue
            : Enumerable.LastOrDefault(source, predicate, defaultValue);
}
