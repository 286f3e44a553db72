using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;int&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static int Min<TLineage>(IEnumerable<int> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<int, int>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;long&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static long Min<TLineage>(IEnumerable<long> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<long, long>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;float&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static float Min<TLineage>(IEnumerable<float> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<float, float>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;double&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static double Min<TLineage>(IEnumerable<double> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<double, double>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;decimal&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static decimal Min<TLineage>(IEnumerable<decimal> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<decimal, decimal>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;int?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static int? Min<TLineage>(IEnumerable<int?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<int?, int?>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;long?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static long? Min<TLineage>(IEnumerable<long?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<long?, long?>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;float?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static float? Min<TLineage>(IEnumerable<float?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<float?, float?>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;double?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static double? Min<TLineage>(IEnumerable<double?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<double?, double?>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;decimal?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static decimal? Min<TLineage>(IEnumerable<decimal?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Min(source);
        var tap = new WitnessTap<decimal?, decimal?>(source, null, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, int&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static int Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, int>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, long&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static long Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, long> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, long>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, float&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static float Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, float> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, float>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, double&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static double Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, double> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, double>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, decimal&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static decimal Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, decimal> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, decimal>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, int?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static int? Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, int?>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, long?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static long? Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, long?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, long?>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, float?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static float? Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, float?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, float?>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, double?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static double? Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, double?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, double?>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, decimal?&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static decimal? Min<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, decimal?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site) || selector is null) return Enumerable.Min(source, selector!);
        var tap = new WitnessTap<TSource, decimal?>(source, selector, 1, site);
        return tap.Choose(Enumerable.Min(tap.Images));
    }

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static TSource? Min<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) ? Operators.Extreme.Min(source, Itself<TSource>.Selector, null, site) : Enumerable.Min(source);

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, IComparer&lt;TSource&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static TSource? Min<TLineage, TSource>(IEnumerable<TSource> source, IComparer<TSource>? comparer, int site) where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) ? Operators.Extreme.Min(source, Itself<TSource>.Selector, comparer, site) : Enumerable.Min(source, comparer);

    /// <summary>The woven form of <c>Enumerable.Min(IEnumerable&lt;TSource&gt;, Func&lt;TSource, TResult&gt;)</c>: as an output it is the first record with the least value.</summary>
    public static TResult? Min<TLineage, TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> selector, int site) where TLineage : struct, ILineage
        => OutputRow.IsTraced<TLineage>(source, site) && selector is not null ? Operators.Extreme.Min(source, selector, null, site) : Enumerable.Min(source, selector!);
}
