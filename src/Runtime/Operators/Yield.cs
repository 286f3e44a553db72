using System.Runtime.CompilerServices;
using Weft.Flows.Async;
using Weft.Flows.Iterators;
using Weft.Flows.Loops;

namespace Weft;

// An iterator that nobody follows has no Yields, and does no more than a comparison: hence the inlining.
public static partial class Woven
{
    /// <summary>Stands for <c>GetEnumerator</c> where an iterator begins to read a sequence.</summary>
    /// <param name="source">The sequence.</param>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="loop">The number of the place that keeps the enumerator.</param>
    /// <param name="site">The site.</param>
    public static IEnumerator<T> Enter<TLineage, T>(IEnumerable<T> source, Yields? yields, int loop, int site) where TLineage : struct, ILineage
    {
        IEnumerator<T> records = source.GetEnumerator();
        if (TLineage.IsRecording && yields is not null) yields.Start(loop, site).Enter(source, records, typeof(T), source is ICollection<T>);
        return records;
    }

    /// <summary>Stands for <c>GetAsyncEnumerator</c> where an iterator begins to read an asynchronous sequence.</summary>
    /// <param name="source">The sequence.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="loop">The number of the place that keeps the enumerator.</param>
    /// <param name="site">The site.</param>
    public static IAsyncEnumerator<T> EnterAsync<TLineage, T>(IAsyncEnumerable<T> source, CancellationToken cancellationToken, Yields? yields, int loop, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || yields is null || source is null) return source!.GetAsyncEnumerator(cancellationToken);
        IAsyncEnumerator<T> records = source.AsFlow(site).GetAsyncEnumerator(cancellationToken);
        yields.Start(loop, site).Enter((AsyncRecords)records);
        return records;
    }

    /// <summary>As <see cref="EnterAsync{TLineage, T}(IAsyncEnumerable{T}, CancellationToken, Yields?, int, int)"/>, of a sequence that was given a token or a context.</summary>
    /// <param name="source">The sequence.</param>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="loop">The number of the place that keeps the enumerator.</param>
    /// <param name="site">The site.</param>
    public static ConfiguredCancelableAsyncEnumerable<T>.Enumerator EnterAsync<TLineage, T>(ref ConfiguredCancelableAsyncEnumerable<T> source, Yields? yields, int loop, int site)
        where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || yields is null || ConfiguredEnumerator<T>.Sequence(ref source) is not { } sequence) return source.GetAsyncEnumerator();
        ConfiguredCancelableAsyncEnumerable<T>.Enumerator records = ConfiguredEnumerator<T>.Open(ref source, sequence.AsFlow(site));
        yields.Start(loop, site).Enter((AsyncRecords)ConfiguredEnumerator<T>.Inner(ref records));
        return records;
    }

    /// <summary>Follows a call, other than <c>GetEnumerator</c> of a sequence, by which an iterator gets an enumerator to read.</summary>
    /// <param name="records">The enumerator.</param>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="loop">The number of the place that keeps the enumerator.</param>
    /// <param name="site">The site.</param>
    public static IEnumerator<T> Entered<TLineage, T>(IEnumerator<T> records, Yields? yields, int loop, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null && records is not null) yields.Start(loop, site).Enter(records, records, typeof(T), isCollection: false);
        return records!;
    }

    /// <summary>Says that an iterator begins to read an array, or a list by its own enumerator.</summary>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="loop">The number of the place that keeps the array or the enumerator.</param>
    /// <param name="site">The site.</param>
    public static void Open<TLineage>(Yields? yields, int loop, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) yields.Start(loop, site);
    }

    /// <summary>Follows each <c>MoveNext</c> of a loop's enumerator in an iterator.</summary>
    /// <param name="moved">What it gave, which is handed on.</param>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="loop">The number of the loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Moved<TLineage>(bool moved, Yields? yields, int loop) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) yields.Find(loop)?.Moved(moved);
        return moved;
    }

    /// <summary>Follows each <c>MoveNext</c> of an enumerator that an iterator moves other than by a loop: the next yield follows from the record.</summary>
    /// <param name="moved">What it gave, which is handed on.</param>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="loop">The number of the place that keeps the enumerator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MovedByHand<TLineage>(bool moved, Yields? yields, int loop) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) ReadByHand(moved, yields, loop);
        return moved;
    }

    /// <summary>Stands in front of a yield in a loop over a sequence: what is yielded follows from the record that the loop is at.</summary>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="loop">The number of the loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read<TLineage>(Yields? yields, int loop) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) yields.Read(yields.Find(loop)?.Current() ?? default);
    }

    /// <summary>As <see cref="Read{TLineage}(Yields?, int)"/>, in a loop over a list.</summary>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="records">The loop's enumerator.</param>
    /// <param name="loop">The number of the loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read<TLineage, T>(Yields? yields, List<T>.Enumerator records, int loop) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) yields.Read(yields.Find(loop)?.Current(ref records) ?? default);
    }

    /// <summary>As <see cref="Read{TLineage}(Yields?, int)"/>, in a loop over an array.</summary>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="array">The array.</param>
    /// <param name="index">Where the loop is.</param>
    /// <param name="loop">The number of the loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read<TLineage, T>(Yields? yields, T[] array, int index, int loop) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) yields.Read(yields.Find(loop)?.Current(array, index) ?? default);
    }

    /// <summary>Says that what is yielded next does not follow from what was read by hand.</summary>
    /// <param name="yields">What the iterator writes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forget<TLineage>(Yields? yields) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) yields.Forget();
    }

    /// <summary>Says that an iterator yields a record, which follows from those it has read.</summary>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="site">The site of the yield.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Yield<TLineage>(Yields? yields, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) yields.Yield(site);
    }

    /// <summary>As <see cref="Yield{TLineage}"/>, of a value that the iterator may have made of records it was at earlier.</summary>
    /// <param name="yields">What the iterator writes to.</param>
    /// <param name="value">The value.</param>
    /// <param name="site">The site of the yield.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void YieldKept<TLineage, T>(Yields? yields, T value, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && yields is not null) yields.YieldKept(typeof(T).IsValueType ? null : value, site);
    }

    /// <summary>As <see cref="Loop{TLineage, T}(IEnumerator{T}, object?)"/>, of an asynchronous sequence.</summary>
    /// <param name="records">The loop's enumerator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LoopSource? Loop<TLineage, T>(IAsyncEnumerator<T> records) where TLineage : struct, ILineage
        => TLineage.IsRecording && records is IYieldsRecords ? LoopSource.Follow(records) : null;

    /// <summary>As <see cref="Loop{TLineage, T}(IEnumerator{T}, object?)"/>, of an asynchronous sequence that was given a token or a context.</summary>
    /// <param name="records">The loop's enumerator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LoopSource? Loop<TLineage, T>(ConfiguredCancelableAsyncEnumerable<T>.Enumerator records) where TLineage : struct, ILineage
        => TLineage.IsRecording && ConfiguredEnumerator<T>.Inner(ref records) is IYieldsRecords iterator ? LoopSource.Follow(iterator) : null;

    private static void ReadByHand(bool moved, Yields yields, int loop)
    {
        ReadLoop? read = yields.Find(loop);
        read?.Moved(moved);
        if (moved) yields.Read(read?.Current() ?? default);
    }
}
