using System.Runtime.CompilerServices;

namespace Weft.Segments;

/// <summary>Numbers of one column while a section is being filled.</summary>
internal sealed class NumberList
{
    private ulong[] _numbers = new ulong[256];

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

    internal void Clear() => Count = 0;

    private Span<ulong> Take(int count)
    {
        if (_numbers.Length - Count < count) Grow(count);
        Span<ulong> room = _numbers.AsSpan(Count, count);
        Count += count;
        return room;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count) => Array.Resize(ref _numbers, Math.Max(_numbers.Length * 2, Count + count));
}
