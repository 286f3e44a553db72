using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Weft.Flows;

/// <summary>The column of an array. Arrays count no versions, so that the elements' bytes are hashed, or the references copied, to notice a change.</summary>
internal sealed class ArrayAttachment<T> : ColumnAttachment
{
    private static readonly Packed _packing = new();

    private readonly ulong _hash;  // of the elements' bytes, where they hold no references
    private readonly T[]? _copy;   // where they do: the collector moves what they point to, so that bytes alone say nothing

    internal ArrayAttachment(T[] array, SpanColumn column) : base(column)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) _copy = (T[])array.Clone();
        else _hash = HashOf(array);
    }

    private ArrayAttachment(ulong hash, SpanColumn column) : base(column) => _hash = hash;

    /// <summary>Attaches a column to an array. The empty array is one object for everybody, and carries none.</summary>
    internal static void Attach(T[] array, SpanColumn column)
    {
        if (array.Length == 0) return;
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Attached.TryPack(column, _packing, HashOf(array), out Attached packed)) Attachments.Set(array, packed);
        else Attachments.Set(array, new ArrayAttachment<T>(array, column));
    }

    internal override bool IsStillUnchanged(object collection) => true;

    internal override bool IsUnchanged(object collection)
    {
        if (collection is not T[] array || array.Length != Column.Count) return false;
        if (_copy is null) return HashOf(array) == _hash;
        return typeof(T).IsValueType ? SameBytes(array, _copy) : SameReferences(array, _copy);
    }

    // Which elements a hash was of nobody knows any more. References can be looked for: a sorted or shortened array holds no others.
    internal override bool MayHoldOthers(object collection)
    {
        if (typeof(T).IsValueType || _copy is null || collection is not T[] array) return true;
        var former = new HashSet<object?>(_copy.Length, ReferenceEqualityComparer.Instance);
        foreach (T item in _copy) former.Add(item);
        return !Array.TrueForAll(array, item => former.Contains(item));
    }

    private static bool SameReferences(T[] array, T[] copy)
    {
        for (int i = 0; i < array.Length; i++)
        {
            if (!ReferenceEquals(array[i], copy[i])) return false;
        }
        return true;
    }

    // Structs that hold references: the collector updates both arrays at once, so that equal references have equal bytes.
    private static bool SameBytes(T[] array, T[] copy)
    {
        ref byte left = ref Bytes(array);
        ref byte right = ref Bytes(copy);
        nuint length = LengthInBytes(array);
        for (nuint i = 0; i < length; i++)
        {
            if (Unsafe.Add(ref left, i) != Unsafe.Add(ref right, i)) return false;
        }
        return true;
    }

    private static ulong HashOf(T[] array) => ArrayHash.Of(ref Bytes(array), LengthInBytes(array));

    private static ref byte Bytes(T[] array) => ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(array));

    private static nuint LengthInBytes(T[] array) => (nuint)array.Length * (nuint)Unsafe.SizeOf<T>();

    private sealed class Packed : Attached.Packing
    {
        internal override Attachment Unpack(SpanColumn column, ulong check) => new ArrayAttachment<T>(check, column);
    }
}
