using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Queues;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Stack{T}.Push"/>: the item is a root of the call.</summary>
    public static void Push<TLineage, T>(Stack<T> stack, T item, int site) where TLineage : struct, ILineage => Push<TLineage, T>(stack, item, default, site);

    /// <summary>The woven form of <see cref="Stack{T}.Push"/>: the item follows from a record.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, what is left is the stack's own
    public static void Push<TLineage, T>(Stack<T> stack, T item, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && stack is not null && (!record.IsNone || HeldRecords<OnStack<T>, Stack<T>, T>.AreAny)) Stacked.Push(stack, item, record, site);
        else stack!.Push(item);
    }

    /// <summary>The woven form of <see cref="Stack{T}.Pop"/>.</summary>
    public static T Pop<TLineage, T>(Stack<T> stack, int site) where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return Pop<TLineage, T>(stack, ref record, site);
    }

    /// <summary>The woven form of <see cref="Stack{T}.Pop"/>; tells the record.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Push
    public static T Pop<TLineage, T>(Stack<T> stack, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && stack is not null && HeldRecords<OnStack<T>, Stack<T>, T>.AreAny) return Stacked.Pop(stack, ref record, site);
        if (TLineage.IsRecording) record = LoopRecord.Nothing(record);
        return stack!.Pop();
    }

    /// <summary>The woven form of <see cref="Stack{T}.TryPop"/>.</summary>
    public static bool TryPop<TLineage, T>(Stack<T> stack, [MaybeNullWhen(false)] out T result, int site) where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return TryPop<TLineage, T>(stack, out result, ref record, site);
    }

    /// <summary>The woven form of <see cref="Stack{T}.TryPop"/>; tells the record.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="result">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Push
    public static bool TryPop<TLineage, T>(Stack<T> stack, [MaybeNullWhen(false)] out T result, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && stack is not null && HeldRecords<OnStack<T>, Stack<T>, T>.AreAny) return Stacked.TryPop(stack, out result, ref record, site);
        if (TLineage.IsRecording) record = LoopRecord.Nothing(record);
        return stack!.TryPop(out result);
    }

    /// <summary>The woven form of <see cref="Stack{T}.Peek"/>, in a method that puts what it sees into a collection or channel.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static T Peek<TLineage, T>(Stack<T> stack, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && stack is not null) record = Stacked.Peek(stack, record, site);
        return stack!.Peek();
    }

    /// <summary>The woven form of <see cref="Stack{T}.TryPeek"/>, as that of <see cref="Stack{T}.Peek"/>.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="result">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryPeek<TLineage, T>(Stack<T> stack, [MaybeNullWhen(false)] out T result, ref LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && stack is not null) record = Stacked.Peek(stack, record, site);
        return stack!.TryPeek(out result);
    }
}
