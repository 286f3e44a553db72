using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Weft.Queues;

/// <summary>What stacks do with records that somebody traced.</summary>
internal static class Stacked
{
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps what is woven short
    internal static void Push<T>(Stack<T> stack, T item, LoopRecord record, int site)
    {
        HeldRecords<OnStack<T>, Stack<T>, T>? held = HeldRecords<OnStack<T>, Stack<T>, T>.BeforePut(stack, record, site);
        stack.Push(item);
        held?.Put(stack, record, site);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static T Pop<T>(Stack<T> stack, ref LoopRecord record, int site)
    {
        HeldRecords<OnStack<T>, Stack<T>, T>? held = HeldRecords<OnStack<T>, Stack<T>, T>.BeforeTake(stack, site, out LoopRecord lost);
        T item = stack.Pop();
        record = held?.Take(stack, site) ?? lost.OrNothing(record);
        return item;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // as above
    internal static bool TryPop<T>(Stack<T> stack, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        HeldRecords<OnStack<T>, Stack<T>, T>? held = HeldRecords<OnStack<T>, Stack<T>, T>.BeforeTake(stack, site, out LoopRecord lost);
        bool isTaken = stack.TryPop(out item);
        record = isTaken && held is not null ? held.Take(stack, site) : lost.OrNothing(record);
        return isTaken;
    }

    internal static LoopRecord Peek<T>(Stack<T> stack, LoopRecord record, int site)
    {
        if (stack.Count == 0 || !HeldRecords<OnStack<T>, Stack<T>, T>.AreAny) return LoopRecord.Nothing(record);
        return HeldRecords<OnStack<T>, Stack<T>, T>.BeforeTake(stack, site, out LoopRecord lost)?.Peek(site) ?? lost.OrNothing(record);
    }
}
