using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>string.Concat(values)</c>: as an output it follows from every record.</summary>
    public static string ConcatText<TLineage>(IEnumerable<string?> values, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(values, site)) return string.Concat(values);
        var tap = new Tap<string?>(values, site);
        return tap.Derive(string.Concat(tap.Records));
    }

    /// <summary>The woven form of <c>string.Concat(values)</c>: as an output it follows from every record.</summary>
    public static string ConcatText<TLineage, T>(IEnumerable<T> values, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(values, site)) return string.Concat(values);
        var tap = new Tap<T>(values, site);
        return tap.Derive(string.Concat(tap.Records));
    }
}
