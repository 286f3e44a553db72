using System.Runtime.CompilerServices;

namespace Weft.Flows.Loops;

/// <summary>What the enumerator of a configured asynchronous sequence does not tell: which enumerator it stands for.</summary>
internal static class ConfiguredEnumerator<T>
{
    /// <summary>The enumerator itself.</summary>
    internal static IAsyncEnumerator<T> Inner(ref ConfiguredCancelableAsyncEnumerable<T>.Enumerator enumerator) => InnerField(ref enumerator);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_enumerator")]
    private static extern ref IAsyncEnumerator<T> InnerField(ref ConfiguredCancelableAsyncEnumerable<T>.Enumerator enumerator);
}
