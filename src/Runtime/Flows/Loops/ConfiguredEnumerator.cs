using System.Runtime.CompilerServices;

namespace Weft.Flows.Loops;

/// <summary>What the enumerator of a configured asynchronous sequence does not tell: which enumerator it stands for.</summary>
internal static class ConfiguredEnumerator<T>
{
    /// <summary>The enumerator itself.</summary>
    internal static IAsyncEnumerator<T> Inner(ref ConfiguredCancelableAsyncEnumerable<T>.Enumerator enumerator) => InnerField(ref enumerator);

    /// <summary>The enumerator of another sequence in place of <paramref name="configured"/>'s, with its token and context.</summary>
    internal static ConfiguredCancelableAsyncEnumerable<T>.Enumerator Open(ref ConfiguredCancelableAsyncEnumerable<T> configured, IAsyncEnumerable<T> sequence)
        => sequence.WithCancellation(TokenField(ref configured)).ConfigureAwait(ContextField(ref configured)).GetAsyncEnumerator();

    /// <summary>The sequence itself.</summary>
    internal static IAsyncEnumerable<T> Sequence(ref ConfiguredCancelableAsyncEnumerable<T> configured) => SequenceField(ref configured);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_enumerable")]
    private static extern ref IAsyncEnumerable<T> SequenceField(ref ConfiguredCancelableAsyncEnumerable<T> configured);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_cancellationToken")]
    private static extern ref CancellationToken TokenField(ref ConfiguredCancelableAsyncEnumerable<T> configured);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_continueOnCapturedContext")]
    private static extern ref bool ContextField(ref ConfiguredCancelableAsyncEnumerable<T> configured);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_enumerator")]
    private static extern ref IAsyncEnumerator<T> InnerField(ref ConfiguredCancelableAsyncEnumerable<T>.Enumerator enumerator);
}
