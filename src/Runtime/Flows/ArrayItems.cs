using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Weft.Flows;

/// <summary>The items of an array.</summary>
internal struct ArrayItems<T>(T[] array) : IItems<T>
{
    private readonly T[] _array = array;
    private int _next;

    public readonly object Collection => _array;

    // Not the span constructor, which refuses an array of a derived element type.
    public readonly ReadOnlySpan<T> AsSpan() => MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(_array), _array.Length);

    public void Start() => _next = 0;

    public bool MoveNext()
    {
        if ((uint)_next >= (uint)_array.Length) return false;
        _next++;
        return true;
    }

    // The position is stored before the predicate runs: it may throw, and the enumeration go on behind the item.
    public bool MoveNext(Func<T, bool> predicate, [MaybeNullWhen(false)] out T item)
    {
        T[] array = _array;
        int next = _next;
        while ((uint)next < (uint)array.Length)
        {
            item = array[next];
            _next = ++next;
            if (predicate(item)) return true;
        }
        item = default;
        return false;
    }

    public readonly T Current => _array[_next - 1];

    public readonly int Index => _next - 1;

    public readonly bool IsUnchanged => true;

    public readonly int Count => _array.Length;

    public readonly bool TellsChanges => true;

    public readonly int Version => 0;

    public readonly T this[int index] => _array[index];

    public readonly void CopyTo(int start, Span<T> destination) => AsSpan().Slice(start, destination.Length).CopyTo(destination);
}
