using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace Weft.Flows.Collections;

/// <summary>How often a collection was changed, as the base library counts it.</summary>
internal static class Versions<T>
{
    internal static int Of(Queue<T> queue) => Field(queue);

    internal static int Of(Stack<T> stack) => Field(stack);

    internal static int Of(LinkedList<T> list) => Field(list);

    internal static int Of(SortedSet<T> set) => Field(set);

    internal static int Of(ObservableCollection<T> collection) => ListAttachment<T>.Version((List<T>)Items(collection));

    /// <summary>Reads the private members once; see <see cref="BaseLibrary"/>.</summary>
    internal static void UseAccessors() => _ = Of(new Queue<T>()) + Of(new Stack<T>()) + Of(new LinkedList<T>()) + Of(new SortedSet<T>()) + Of(new ObservableCollection<T>());

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_version")]
    private static extern ref int Field(Queue<T> queue);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_version")]
    private static extern ref int Field(Stack<T> stack);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "version")]
    private static extern ref int Field(LinkedList<T> list);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "version")]
    private static extern ref int Field(SortedSet<T> set);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "items")]
    private static extern ref IList<T> Items(Collection<T> collection);
}
