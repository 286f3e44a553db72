using System.Runtime.CompilerServices;

namespace Weft.Flows.Loops;

/// <summary>What the enumerator of a list does not tell: which list it reads, and where it is.</summary>
internal static class ListEnumerator<T>
{
    /// <summary>The list; null of an enumerator that was never started.</summary>
    internal static List<T>? List(ref List<T>.Enumerator enumerator) => ListField(ref enumerator);

    /// <summary>The index of the current item; negative before the first one.</summary>
    internal static int Index(ref List<T>.Enumerator enumerator) => IndexField(ref enumerator) - 1;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_list")]
    private static extern ref List<T>? ListField(ref List<T>.Enumerator enumerator);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_index")]
    private static extern ref int IndexField(ref List<T>.Enumerator enumerator);
}
