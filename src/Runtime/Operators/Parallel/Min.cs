using Weft.Flows;
using Weft.Flows.Parallel;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;int&gt;)</c>: as an output it is a record with the least value.</summary>
    public static int Min<TLineage>(ParallelQuery<int> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<int, int>(source, Itself<int>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;long&gt;)</c>: as an output it is a record with the least value.</summary>
    public static long Min<TLineage>(ParallelQuery<long> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<long, long>(source, Itself<long>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;float&gt;)</c>: as an output it is a record with the least value.</summary>
    public static float Min<TLineage>(ParallelQuery<float> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<float, float>(source, Itself<float>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;double&gt;)</c>: as an output it is a record with the least value.</summary>
    public static double Min<TLineage>(ParallelQuery<double> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<double, double>(source, Itself<double>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;decimal&gt;)</c>: as an output it is a record with the least value.</summary>
    public static decimal Min<TLineage>(ParallelQuery<decimal> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<decimal, decimal>(source, Itself<decimal>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;int?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static int? Min<TLineage>(ParallelQuery<int?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<int?, int?>(source, Itself<int?>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;long?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static long? Min<TLineage>(ParallelQuery<long?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<long?, long?>(source, Itself<long?>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;float?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static float? Min<TLineage>(ParallelQuery<float?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<float?, float?>(source, Itself<float?>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;double?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static double? Min<TLineage>(ParallelQuery<double?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<double?, double?>(source, Itself<double?>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;decimal?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static decimal? Min<TLineage>(ParallelQuery<decimal?> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<decimal?, decimal?>(source, Itself<decimal?>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;)</c>: as an output it is a record with the least value.</summary>
    public static TSource? Min<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site)) return ParallelEnumerable.Min(source);
        var witness = new ParallelWitness<TSource, TSource>(source, Itself<TSource>.Selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, int&gt;)</c>: as an output it is a record with the least value.</summary>
    public static int Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, int> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, int>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, long&gt;)</c>: as an output it is a record with the least value.</summary>
    public static long Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, long> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, long>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, float&gt;)</c>: as an output it is a record with the least value.</summary>
    public static float Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, float> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, float>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, double&gt;)</c>: as an output it is a record with the least value.</summary>
    public static double Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, double> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, double>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, decimal&gt;)</c>: as an output it is a record with the least value.</summary>
    public static decimal Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, decimal> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, decimal>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, int?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static int? Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, int?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, int?>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, long?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static long? Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, long?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, long?>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, float?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static float? Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, float?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, float?>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, double?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static double? Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, double?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, double?>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, decimal?&gt;)</c>: as an output it is a record with the least value.</summary>
    public static decimal? Min<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, decimal?> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, decimal?>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }

    /// <summary>The woven form of <c>ParallelEnumerable.Min(ParallelQuery&lt;TSource&gt;, Func&lt;TSource, TResult&gt;)</c>: as an output it is a record with the least value.</summary>
    public static TResult? Min<TLineage, TSource, TResult>(ParallelQuery<TSource> source, Func<TSource, TResult> selector, int site) where TLineage : struct, ILineage
    {
        if (!ParallelOutput.IsTraced<TLineage>(source, site) || selector is null) return ParallelEnumerable.Min(source, selector!);
        var witness = new ParallelWitness<TSource, TResult>(source, selector, 1, site);
        return witness.Choose(ParallelEnumerable.Min(witness.Images));
    }
}
