using System.Runtime.CompilerServices;

namespace Weft.Events;

/// <summary>What an awaiter waits for.</summary>
// Design: the awaiters of tasks are structs whose first field is the task, or what a ValueTask stands for, whatever the result's type: references come first in a
// struct, in the order in which they are declared. .NET relies on the same where it awaits. A type of another shape waits for something that is not known.
internal static class Awaited<TAwaiter>
{
    private static readonly bool _isOfTask = IsOfTask();

    /// <summary>Whether the awaiter waits for nobody: it gives up the thread, and asks for it back.</summary>
    internal static bool IsYield => typeof(TAwaiter) == typeof(YieldAwaitable.YieldAwaiter);

    /// <summary>The task, or what stands for one; null of other awaiters, and of a value that is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a load, once the JIT has folded the field
    internal static object? By(ref TAwaiter awaiter) => _isOfTask ? Unsafe.As<TAwaiter, object?>(ref awaiter) : null;

    private static bool IsOfTask()
    {
        Type type = typeof(TAwaiter);
        if (type.IsGenericType) type = type.GetGenericTypeDefinition();
        return type == typeof(TaskAwaiter) || type == typeof(TaskAwaiter<>)
            || type == typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter) || type == typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter)
            || type == typeof(ValueTaskAwaiter) || type == typeof(ValueTaskAwaiter<>)
            || type == typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter) || type == typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter);
    }
}
