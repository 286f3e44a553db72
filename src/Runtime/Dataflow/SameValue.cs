using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Weft.Dataflow;

/// <summary>Whether two messages may be the same one, by their values alone. Calls no code of the program's.</summary>
internal static class SameValue
{
    /// <summary>False where they cannot.</summary>
    internal static bool May<T>(T left, T right)
    {
        if (!typeof(T).IsValueType) return ReferenceEquals(left, right);
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) return true; // the collector moves what is compared
        return Bytes(ref left).SequenceEqual(Bytes(ref right));
    }

    private static ReadOnlySpan<byte> Bytes<T>(ref T value) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref value), Unsafe.SizeOf<T>());
}
