using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>string.Join(separator, values)</c>: as an output it follows from every record.</summary>
    public static string JoinText<TLineage>(string? separator, IEnumerable<string?> values, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(values, site)) return string.Join(separator, values);
        var tap = new Tap<string?>(values, site);
        return tap.Derive(string.Join(separator, tap.Records));
    }

    /// <summary>The woven form of <c>string.Join(separator, values)</c>: as an output it follows from every record.</summary>
    public static string JoinText<TLineage, T>(string? separator, IEnumerable<T> values, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(values, site)) return string.Join(separator, values);
        var tap = new Tap<T>(values, site);
        return tap.Derive(string.Join(separator, tap.Records));
    }

    /// <summary>The woven form of <c>string.Join(separator, value)</c>: as an output it follows from every record.</summary>
    public static string JoinText<TLineage>(string? separator, string?[] value, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(value, site)) return string.Join(separator, value);
        var tap = new Tap<string?>(value, site);
        return tap.Derive(string.Join(separator, (string?[])tap.Records));
    }

    /// <summary>The woven form of <c>string.Join(separator, values)</c>: as an output it follows from every record.</summary>
    public static string JoinText<TLineage>(string? separator, object?[] value, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(value, site)) return string.Join(separator, value);
        var tap = new Tap<object?>(value, site);
        return tap.Derive(string.Join(separator, (object?[])tap.Records));
    }

    /// <summary>The woven form of <c>string.Join(separator, value, startIndex, count)</c>: as an output it follows from every record of the part.</summary>
    public static string JoinText<TLineage>(string? separator, string?[] value, int startIndex, int count, int site) where TLineage : struct, ILineage
    {
        string text = string.Join(separator, value, startIndex, count);
        if (OutputRow.IsTraced<TLineage>(value, site)) OutputRow.DeriveFrom(Operators.Materialise.PartOf(value, value.Length, startIndex, count, typeof(string), site), site);
        return text;
    }

    /// <summary>The woven form of <c>string.Join(separator, values)</c>: as an output it follows from every record.</summary>
    public static string JoinText<TLineage, T>(char separator, IEnumerable<T> values, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(values, site)) return string.Join(separator, values);
        var tap = new Tap<T>(values, site);
        return tap.Derive(string.Join(separator, tap.Records));
    }

    /// <summary>The woven form of <c>string.Join(separator, value)</c>: as an output it follows from every record.</summary>
    public static string JoinText<TLineage>(char separator, string?[] value, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(value, site)) return string.Join(separator, value);
        var tap = new Tap<string?>(value, site);
        return tap.Derive(string.Join(separator, (string?[])tap.Records));
    }

    /// <summary>The woven form of <c>string.Join(separator, values)</c>: as an output it follows from every record.</summary>
    public static string JoinText<TLineage>(char separator, object?[] value, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(value, site)) return string.Join(separator, value);
        var tap = new Tap<object?>(value, site);
        return tap.Derive(string.Join(separator, (object?[])tap.Records));
    }

    /// <summary>The woven form of <c>string.Join(separator, value, startIndex, count)</c>: as an output it follows from every record of the part.</summary>
    public static string JoinText<TLineage>(char separator, string?[] value, int startIndex, int count, int site) where TLineage : struct, ILineage
    {
        string text = string.Join(separator, value, startIndex, count);
        if (OutputRow.IsTraced<TLineage>(value, site)) OutputRow.DeriveFrom(Operators.Materialise.PartOf(value, value.Length, startIndex, count, typeof(string), site), site);
        return text;
    }
}
