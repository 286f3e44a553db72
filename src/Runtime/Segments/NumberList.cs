using System.Runtime.CompilerServices;

namespace Weft.Segments;

/// <summary>Numbers of one column while a section is being filled.</summary>
internal sealed class NumberList
{
    private ulong[] _numbers = new ulong[256];

    internal int Count { get; private set; }

    internal ReadOnlySpan<ulong> Numbers => _numbers.AsSpan(0, Count);

    internal void Add(ulong number)
    {
        if (Count == _numbers.Length) Grow();
        _numbers[Count++] = number;
    }

    internal void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow() => Array.Resize(ref _numbers, _numbers.Length * 2);
}
