using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.Aggregate(immutableArray, func)</c>: as an output it follows from every record.</summary>
    public static T? Aggregate<TLineage, T>(ImmutableArray<T> immutableArray, Func<T, T, T> func, int site) where TLineage : struct, ILineage
    {
        T? result = immutableArray.Aggregate(func);
        if (TLineage.IsRecording && Operators.Materialise.IsOutput(site)) OutputRow.DeriveFrom(Origin.ColumnOrRoots(immutableArray, immutableArray.Length, typeof(T), site), site);
        return result;
    }

    /// <summary>The woven form of <c>ImmutableArrayExtensions.Aggregate(immutableArray, seed, func)</c>: as an output it follows from every record.</summary>
    public static TAccumulate Aggregate<TLineage, TAccumulate, T>(ImmutableArray<T> immutableArray, TAccumulate seed, Func<TAccumulate, T, TAccumulate> func, int site) where TLineage : struct, ILineage
    {
        TAccumulate result = immutableArray.Aggregate(seed, func);
        if (TLineage.IsRecording && Operators.Materialise.IsOutput(site)) OutputRow.DeriveFrom(Origin.ColumnOrRoots(immutableArray, immutableArray.Length, typeof(T), site), site);
        return result;
    }

    /// <summary>The woven form of <c>ImmutableArrayExtensions.Aggregate(immutableArray, seed, func, resultSelector)</c>: as an output it follows from every record.</summary>
    public static TResult Aggregate<TLineage, TAccumulate, TResult, T>(ImmutableArray<T> immutableArray, TAccumulate seed, Func<TAccumulate, T, TAccumulate> func, Func<TAccumulate, TResult> resultSelector, int site) where TLineage : struct, ILineage
    {
        TResult result = immutableArray.Aggregate(seed, func, resultSelector);
        if (TLineage.IsRecording && Operators.Materialise.IsOutput(site)) OutputRow.DeriveFrom(Origin.ColumnOrRoots(immutableArray, immutableArray.Length, typeof(T), site), site);
        return result;
    }
}
