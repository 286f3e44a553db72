using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Queues.Concurrent;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="ConcurrentStack{T}.Push"/>: the item is a root of the call.</summary>
    public static void Push<TLineage, T>(ConcurrentStack<T> stack, T item, int site) where TLineage : struct, ILineage => Push<TLineage, T>(stack, item, default, site);

    /// <summary>The woven form of <see cref="ConcurrentStack{T}.Push"/>: the item follows from a record.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="item">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // where nobody traced anything, what is left is the stack's own
    public static void Push<TLineage, T>(ConcurrentStack<T> stack, T item, LoopRecord record, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && stack is not null && (!record.IsNone || StampedCollections<StackKind<T>, ConcurrentStack<T>, T>.AreAny)) SharedAccess<StackKind<T>, ConcurrentStack<T>, T>.Put(stack, item, record, site);
        else stack!.Push(item);
    }

    /// <summary>The woven form of <see cref="ConcurrentStack{T}.TryPop"/>.</summary>
    public static bool TryPop<TLineage, T>(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T result, int site) where TLineage : struct, ILineage
    {
        LoopRecord record = default;
        return TryPop<TLineage, T>(stack, out result, ref record, site);
    }

    /// <summary>The woven form of <see cref="ConcurrentStack{T}.TryPop"/>; tells the record.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="result">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryPop<TLineage, T>(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T result, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && stack is not null ? SharedAccess<StackKind<T>, ConcurrentStack<T>, T>.TryTake(stack, out result, ref record, site) : stack!.TryPop(out result);

    /// <summary>The woven form of <see cref="ConcurrentStack{T}.TryPeek"/>, in a method that puts what it sees into a collection or channel.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="result">The item.</param>
    /// <param name="record">The record.</param>
    /// <param name="site">The call's site.</param>
    public static bool TryPeek<TLineage, T>(ConcurrentStack<T> stack, [MaybeNullWhen(false)] out T result, ref LoopRecord record, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && stack is not null ? SharedAccess<StackKind<T>, ConcurrentStack<T>, T>.TryPeek(stack, out result, ref record, site) : stack!.TryPeek(out result);
}
