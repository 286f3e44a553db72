using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Weft.Flows.Collections;

/// <summary>What an immutable array carries, its array carries: the struct around it is copied and boxed anew all the time.</summary>
internal static class ImmutableArrays
{
    /// <summary>The array of an immutable array in a box; any other collection itself.</summary>
    internal static object Unwrap(object collection) => collection is ValueType ? UnwrapBox(collection) : collection;

    // An immutable array is one field, its array, whatever its type: so is a StrongBox.
    private static object UnwrapBox(object box)
    {
        Type type = box.GetType();
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ImmutableArray<>)) return box;
        Debug.Assert(Unsafe.SizeOf<ImmutableArray<object>>() == IntPtr.Size);
        return Unsafe.As<StrongBox<Array?>>(box).Value ?? box;
    }
}
