using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Weft.Queues;

/// <summary>Whether two items are the same, asked without running code of the program's: the same object, equal values of the base library's plain types, or the same bytes.</summary>
internal static class SameItem<T>
{
    private static readonly bool _isPlain = typeof(T).IsValueType && PureKeys<T>.Are(EqualityComparer<T>.Default);

    internal static bool Are(T one, T other)
    {
        if (!typeof(T).IsValueType) return ReferenceEquals(one, other);
        if (_isPlain) return EqualityComparer<T>.Default.Equals(one, other);
        return Bytes(ref one).SequenceEqual(Bytes(ref other)); // the collector updates references in both at once
    }

    /// <summary>The same for items that are the same.</summary>
    internal static int HashOf(T item)
    {
        if (!typeof(T).IsValueType) return RuntimeHelpers.GetHashCode(item);
        if (_isPlain) return item!.GetHashCode();
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) return 0; // the collector changes the bytes
        var hash = new HashCode();
        hash.AddBytes(Bytes(ref item));
        return hash.ToHashCode();
    }

    private static ReadOnlySpan<byte> Bytes(ref T item) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref item), Unsafe.SizeOf<T>());
}
