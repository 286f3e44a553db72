using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>What still happens to a record on its way to where it is collected: whether it arrives, and as what.</summary>
// Design: a chain of filters and projections runs as one loop at its source, instead of one MoveNext inside another. Stages are structs that hold the
// stage behind them, so that each chain is a type of its own: its loop is compiled for it, and the JIT's profile tells one lambda from the next.
internal interface IStage<in TSource, TResult>
{
    /// <summary>Whether the record arrives; then <paramref name="result"/> is what arrives.</summary>
    bool TryPass(TSource record, [MaybeNullWhen(false)] out TResult result);
}

/// <summary>The end of the way.</summary>
internal readonly struct Arrive<T> : IStage<T, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record, as the others
    public bool TryPass(T record, out T result)
    {
        result = record;
        return true;
    }
}

/// <summary>A filter.</summary>
internal readonly struct Filter<T, TResult, TNext>(Func<T, bool> predicate, TNext next) : IStage<T, TResult> where TNext : struct, IStage<T, TResult>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPass(T record, [MaybeNullWhen(false)] out TResult result)
    {
        if (predicate(record)) return next.TryPass(record, out result);
        result = default;
        return false;
    }
}

/// <summary>A projection.</summary>
internal readonly struct Project<T, TImage, TResult, TNext>(Func<T, TImage> selector, TNext next) : IStage<T, TResult> where TNext : struct, IStage<TImage, TResult>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPass(T record, [MaybeNullWhen(false)] out TResult result) => next.TryPass(selector(record), out result);
}
