using System.Runtime.CompilerServices;

namespace Weft.Events;

/// <summary>What a <see cref="ValueTask"/> stands for that is not complete: a task, or another source of its outcome.</summary>
internal static class ValueTaskSource
{
    internal static object? Of(ValueTask task) => Source(ref task);

    internal static object? Of<TResult>(ValueTask<TResult> task) => ValueTaskSource<TResult>.Source(ref task);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref readonly object? Source(ref ValueTask task);
}

/// <summary>As <see cref="ValueTaskSource"/>, with a result.</summary>
internal static class ValueTaskSource<TResult>
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    internal static extern ref readonly object? Source(ref ValueTask<TResult> task);
}
