using System.Buffers;
using System.Runtime.CompilerServices;

namespace Weft.Segments;

/// <summary>Numbers of one column while a section is being filled; holds no memory while it is empty.</summary>
internal sealed class NumberList
{
    private const int LeastRoom = 256;

    private ulong[] _numbers = [];
    private int _expected;      // how many there were last time

    internal int Count { get; private set; }

    internal ReadOnlySpan<ulong> Numbers => _numbers.AsSpan(0, Count);

    internal void Add(ulong number) => Take(1)[0] = number;

    internal void AddZeros(int count) => Take(count).Clear();

    /// <summary>Adds every <paramref name="stride"/>th number, from the first on.</summary>
    internal void AddEvery(int stride, ReadOnlySpan<ulong> numbers)
    {
        Span<ulong> room = Take((numbers.Length + stride - 1) / stride);
        for (int i = 0, from = 0; i < room.Length; i++, from += stride) room[i] = numbers[from];
    }

    internal void Clear()
    {
        _expected = Count;
        Count = 0;
        if (_numbers.Length > 0) ArrayPool<ulong>.Shared.Return(_numbers);
        _numbers = [];
    }

    private Span<ulong> Take(int count)
    {
        if (_numbers.Length - Count < count) Grow(count);
        Span<ulong> room = _numbers.AsSpan(Count, count);
        Count += count;
        return room;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        ulong[] larger = ArrayPool<ulong>.Shared.Rent(Math.Max(Math.Max(_numbers.Length * 2, Count + count), Math.Max(_expected, LeastRoom)));
        Numbers.CopyTo(larger);
        if (_numbers.Length > 0) ArrayPool<ulong>.Shared.Return(_numbers);
        _numbers = larger;
    }
}
