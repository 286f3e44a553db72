using Weft.Flows;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;int&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static int Max<TLineage>(ParallelQuery<int> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<int, int>(source, Itself<int>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;long&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static long Max<TLineage>(ParallelQuery<long> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<long, long>(source, Itself<long>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;float&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static float Max<TLineage>(ParallelQuery<float> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<float, float>(source, Itself<float>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;double&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static double Max<TLineage>(ParallelQuery<double> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<double, double>(source, Itself<double>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;decimal&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static decimal Max<TLineage>(ParallelQuery<decimal> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<decimal, decimal>(source, Itself<decimal>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;int?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static int? Max<TLineage>(ParallelQuery<int?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<int?, int?>(source, Itself<int?>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;long?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static long? Max<TLineage>(ParallelQuery<long?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<long?, long?>(source, Itself<long?>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;float?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static float? Max<TLineage>(ParallelQuery<float?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<float?, float?>(source, Itself<float?>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;double?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static double? Max<TLineage>(ParallelQuery<double?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<double?, double?>(source, Itself<double?>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;decimal?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static decimal? Max<TLineage>(ParallelQuery<decimal?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<decimal?, decimal?>(source, Itself<decimal?>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static TSource? Max<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Max(source);
        var witness = new ParallelWitness<TSource, TSource>(source, Itself<TSource>.Selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, int&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static int Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, int> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, int>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, long&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static long Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, long> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, long>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, float&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static float Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, float> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, float>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, double&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static double Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, double> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, double>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, decimal&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static decimal Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, decimal> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, decimal>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, int?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static int? Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, int?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, int?>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, long?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static long? Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, long?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, long?>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, float?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static float? Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, float?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, float?>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, double?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static double? Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, double?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, double?>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, decimal?&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static decimal? Max<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, decimal?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, decimal?>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Max(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, TResult&gt;)</c>: as an output it is a record with the greatest value.</summary>
    public static TResult? Max<TLineage, TSource, TResult>(ParallelQuery<TSource> source, Func<TSource, TResult> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Max(source, selector!);
        var witness = new ParallelWitness<TSource, TResult>(source, selector, -1, site);
        return witness.Choose(ParallelEnumerable.Max(witness.Images));
    }
}
