using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;int&gt;)</c>: as an output it follows from every record.</summary>
    public static int Sum<TLineage>(ParallelQuery<int> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<int>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;long&gt;)</c>: as an output it follows from every record.</summary>
    public static long Sum<TLineage>(ParallelQuery<long> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<long>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;float&gt;)</c>: as an output it follows from every record.</summary>
    public static float Sum<TLineage>(ParallelQuery<float> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<float>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;double&gt;)</c>: as an output it follows from every record.</summary>
    public static double Sum<TLineage>(ParallelQuery<double> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<double>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;decimal&gt;)</c>: as an output it follows from every record.</summary>
    public static decimal Sum<TLineage>(ParallelQuery<decimal> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<decimal>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;int?&gt;)</c>: as an output it follows from every record.</summary>
    public static int? Sum<TLineage>(ParallelQuery<int?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<int?>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;long?&gt;)</c>: as an output it follows from every record.</summary>
    public static long? Sum<TLineage>(ParallelQuery<long?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<long?>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;float?&gt;)</c>: as an output it follows from every record.</summary>
    public static float? Sum<TLineage>(ParallelQuery<float?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<float?>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;double?&gt;)</c>: as an output it follows from every record.</summary>
    public static double? Sum<TLineage>(ParallelQuery<double?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<double?>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;decimal?&gt;)</c>: as an output it follows from every record.</summary>
    public static decimal? Sum<TLineage>(ParallelQuery<decimal?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source);
        var tap = new ParallelTap<decimal?>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, int&gt;)</c>: as an output it follows from every record.</summary>
    public static int Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, int> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, long&gt;)</c>: as an output it follows from every record.</summary>
    public static long Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, long> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, float&gt;)</c>: as an output it follows from every record.</summary>
    public static float Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, float> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, double&gt;)</c>: as an output it follows from every record.</summary>
    public static double Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, double> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, decimal&gt;)</c>: as an output it follows from every record.</summary>
    public static decimal Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, decimal> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, int?&gt;)</c>: as an output it follows from every record.</summary>
    public static int? Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, int?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, long?&gt;)</c>: as an output it follows from every record.</summary>
    public static long? Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, long?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, float?&gt;)</c>: as an output it follows from every record.</summary>
    public static float? Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, float?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, double?&gt;)</c>: as an output it follows from every record.</summary>
    public static double? Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, double?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Sum(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, decimal?&gt;)</c>: as an output it follows from every record.</summary>
    public static decimal? Sum<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, decimal?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Sum(source, selector);
        var tap = new ParallelTap<TSource>(source, site);
        return tap.Derive(ParallelEnumerable.Sum(tap.Records, selector));
    }
}
