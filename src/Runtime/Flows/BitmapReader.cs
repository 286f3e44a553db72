using System.Numerics;

namespace Weft.Flows;

/// <summary>Reads the positions of the bits that are set, in ascending order.</summary>
internal ref struct BitmapReader
{
    private readonly ReadOnlySpan<ulong> _words;
    private int _word;   // of the next bit that is set; behind the last word at the end
    private ulong _bits; // of that word, from the next bit on

    internal BitmapReader(ReadOnlySpan<ulong> words)
    {
        _words = words;
        _word = -1;
        MoveToBits();
    }

    internal readonly bool IsAtEnd => _word == _words.Length;

    /// <summary>The position of the next bit.</summary>
    internal readonly int Position => _word * 64 + BitOperations.TrailingZeroCount(_bits);

    /// <summary>The position of the next bit, which is passed.</summary>
    internal int Read()
    {
        int position = Position;
        _bits &= _bits - 1;
        if (_bits == 0) MoveToBits();
        return position;
    }

    /// <summary>The position of the bit <paramref name="index"/> behind the next one, or -1 when there are not so many.</summary>
    internal readonly int Peek(int index)
    {
        int word = _word;
        ulong bits = _bits;
        for (int ones; index >= (ones = BitOperations.PopCount(bits)); bits = _words[word])
        {
            index -= ones;
            if (++word == _words.Length) return -1;
        }
        for (; index > 0; index--) bits &= bits - 1;
        return word * 64 + BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>Copies the bits from the next one up to <paramref name="last"/>, the next one as the lowest bit of the first word, and passes them.</summary>
    /// <param name="last">The position of a bit that is set.</param>
    /// <param name="destination">As many words as they need.</param>
    internal void Read(int last, scoped Span<ulong> destination)
    {
        int first = Position;
        int shift = first % 64;
        for (int i = 0, word = first / 64; i < destination.Length; i++, word++)
        {
            ulong low = _words[word] >> shift;
            destination[i] = shift == 0 || word + 1 == _words.Length ? low : low | (_words[word + 1] << (64 - shift));
        }
        destination[^1] &= ulong.MaxValue >> (63 - (last - first) % 64);
        _word = last / 64;
        _bits = last % 64 == 63 ? 0 : _words[_word] & (ulong.MaxValue << (last + 1)); // modulo 64
        if (_bits == 0) MoveToBits();
    }

    private void MoveToBits()
    {
        do _bits = ++_word < _words.Length ? _words[_word] : 0;
        while (_bits == 0 && _word < _words.Length);
    }
}
