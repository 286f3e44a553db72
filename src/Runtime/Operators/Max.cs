using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;int&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static int Max<TLineage>(IEnumerable<int> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<int, int>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;long&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static long Max<TLineage>(IEnumerable<long> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<long, long>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;float&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static float Max<TLineage>(IEnumerable<float> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<float, float>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;double&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static double Max<TLineage>(IEnumerable<double> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<double, double>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;decimal&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static decimal Max<TLineage>(IEnumerable<decimal> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<decimal, decimal>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;int?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static int? Max<TLineage>(IEnumerable<int?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<int?, int?>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;long?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static long? Max<TLineage>(IEnumerable<long?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<long?, long?>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;float?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static float? Max<TLineage>(IEnumerable<float?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<float?, float?>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;double?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static double? Max<TLineage>(IEnumerable<double?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<double?, double?>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;decimal?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static decimal? Max<TLineage>(IEnumerable<decimal?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Max(source);
        var tap = new WitnessTap<decimal?, decimal?>(source, null, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, int&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static int Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, int>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, long&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static long Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, long> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, long>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, float&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static float Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, float> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, float>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, double&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static double Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, double> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, double>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, decimal&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static decimal Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, decimal> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, decimal>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, int?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static int? Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, int?>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, long?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static long? Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, long?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, long?>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, float?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static float? Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, float?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, float?>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, double?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static double? Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, double?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, double?>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, decimal?&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static decimal? Max<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, decimal?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Max(source, selector!);
        var tap = new WitnessTap<TSource, decimal?>(source, selector, -1, site);
        return tap.Choose(Enumerable.Max(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static TSource? Max<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) ? Operators.Extreme.Max(source, Itself<TSource>.Selector, null, site) : Enumerable.Max(source);

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, IComparer&lt;TSource&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static TSource? Max<TLineage, TSource>(IEnumerable<TSource> source, IComparer<TSource>? comparer, int site) where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) ? Operators.Extreme.Max(source, Itself<TSource>.Selector, comparer, site) : Enumerable.Max(source, comparer);

    /// <summary>The woven form of <c>Enumerable.Max(IEnumerable&lt;TSource&gt;, Func&lt;TSource, TResult&gt;)</c>: as an output it is the first record with the greatest value.</summary>
    public static TResult? Max<TLineage, TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> selector, int site) where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && selector is not null ? Operators.Extreme.Max(source, selector, null, site) : Enumerable.Max(source, selector!);
}
