using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;int&gt;)</c>: as an output it follows from every record.</summary>
    public static int Sum<TLineage>(IEnumerable<int> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<int>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;long&gt;)</c>: as an output it follows from every record.</summary>
    public static long Sum<TLineage>(IEnumerable<long> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<long>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;float&gt;)</c>: as an output it follows from every record.</summary>
    public static float Sum<TLineage>(IEnumerable<float> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<float>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;double&gt;)</c>: as an output it follows from every record.</summary>
    public static double Sum<TLineage>(IEnumerable<double> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<double>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;decimal&gt;)</c>: as an output it follows from every record.</summary>
    public static decimal Sum<TLineage>(IEnumerable<decimal> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<decimal>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;int?&gt;)</c>: as an output it follows from every record.</summary>
    public static int? Sum<TLineage>(IEnumerable<int?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<int?>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;long?&gt;)</c>: as an output it follows from every record.</summary>
    public static long? Sum<TLineage>(IEnumerable<long?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<long?>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;float?&gt;)</c>: as an output it follows from every record.</summary>
    public static float? Sum<TLineage>(IEnumerable<float?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<float?>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;double?&gt;)</c>: as an output it follows from every record.</summary>
    public static double? Sum<TLineage>(IEnumerable<double?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<double?>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;decimal?&gt;)</c>: as an output it follows from every record.</summary>
    public static decimal? Sum<TLineage>(IEnumerable<decimal?> source, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source);
        var tap = new Tap<decimal?>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, int&gt;)</c>: as an output it follows from every record.</summary>
    public static int Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, long&gt;)</c>: as an output it follows from every record.</summary>
    public static long Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, long> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, float&gt;)</c>: as an output it follows from every record.</summary>
    public static float Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, float> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, double&gt;)</c>: as an output it follows from every record.</summary>
    public static double Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, double> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, decimal&gt;)</c>: as an output it follows from every record.</summary>
    public static decimal Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, decimal> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, int?&gt;)</c>: as an output it follows from every record.</summary>
    public static int? Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, long?&gt;)</c>: as an output it follows from every record.</summary>
    public static long? Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, long?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, float?&gt;)</c>: as an output it follows from every record.</summary>
    public static float? Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, float?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, double?&gt;)</c>: as an output it follows from every record.</summary>
    public static double? Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, double?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }

    /// <summary>The woven form of <c>Enumerable.Sum(IEnumerable&lt;TSource&gt;, Func&lt;TSource, decimal?&gt;)</c>: as an output it follows from every record.</summary>
    public static decimal? Sum<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, decimal?> selector, int site) where TLineage : struct, ILineage
    {
        if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Sum(source, selector);
        var tap = new Tap<TSource>(source, site);
        return tap.Derive(Enumerable.Sum(tap.Records, selector));
    }
}
