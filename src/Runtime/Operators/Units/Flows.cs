using System.Runtime.CompilerServices;
using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>Stands where the body of an asynchronous method begins, or goes on where it has waited.</summary>
    /// <param name="state">The state of its machine: where it goes on, or negative.</param>
    /// <returns>Whether it has waited.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a comparison for methods that complete synchronously
    public static bool Resumed<TLineage>(int state) where TLineage : struct, ILineage
    {
        if (state < 0 || !TLineage.IsRecording) return false;
        ExecutionUnit.OfFlow?.Resume();
        return true;
    }

    /// <summary>Stands in front of the end of an asynchronous method: its caller goes on in the unit, on whatever thread.</summary>
    /// <param name="isResumed">Whether it has waited.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a comparison for methods that complete synchronously
    public static void Completing<TLineage>(bool isResumed) where TLineage : struct, ILineage
    {
        if (isResumed && TLineage.IsRecording) ExecutionUnit.OfFlow?.Suspend();
    }

    /// <summary>Stands in front of a call whose task is not awaited on the spot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // around calls that complete synchronously
    public static ForkedCall Fork<TLineage>() where TLineage : struct, ILineage => TLineage.IsRecording ? ThreadFlows.Fork() : default;

    /// <summary>Follows such a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Fork
    public static void Forked<TLineage>(Task? task, ForkedCall call) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) ThreadFlows.Forked(call, task);
    }

    /// <summary>Follows such a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Fork
    public static void Forked<TLineage>(ValueTask task, ForkedCall call) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) ThreadFlows.Forked(call, ValueTaskSource.Of(task));
    }

    /// <summary>Follows such a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Fork
    public static void Forked<TLineage, TResult>(ValueTask<TResult> task, ForkedCall call) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) ThreadFlows.Forked(call, ValueTaskSource.Of(task));
    }

    /// <summary>Stands in front of the result of an awaiter that nobody awaits: the thread waits for it.</summary>
    public static void BlockOnTask<TLineage, TAwaiter>(ref TAwaiter awaiter, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && Awaited<TAwaiter>.By(ref awaiter) is Task task) Waiting.Block(task, site);
    }

    /// <summary>Stands in front of the result of an awaiter whose task was made on the spot: where it has left into a unit of its own and is complete already, its end is joined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a comparison for methods that complete synchronously
    public static void JoinDeparted<TLineage, TAwaiter>(ref TAwaiter awaiter) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && ThreadFlows.MayHaveLeft && Awaited<TAwaiter>.By(ref awaiter) is { } task) ThreadFlows.Meet(task);
    }

    /// <summary>Stands in front of the result of an awaiter whose task was not made on the spot: its end is joined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Fork
    public static void JoinTask<TLineage, TAwaiter>(ref TAwaiter awaiter, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && Awaited<TAwaiter>.By(ref awaiter) is { } task) Waiting.Join(task, site);
    }
}
