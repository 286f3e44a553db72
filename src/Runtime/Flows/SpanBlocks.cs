using System.Runtime.InteropServices;

namespace Weft.Flows;

/// <summary>Blocks of spans with their data, as they are collected.</summary>
internal sealed class SpanBlocks
{
    private const int MostBitmapWords = BlockColumn.BlockLength / 4; // of a full block: as many as its offsets of 16 bits

    private SpanBlock[] _heads = [];
    private ulong[] _data = [];
    private int _dataCount;

    /// <summary>Number of blocks.</summary>
    internal int Count { get; private set; }

    internal ReadOnlySpan<SpanBlock> Heads => _heads.AsSpan(0, Count);

    internal ReadOnlySpan<ulong> Data => _data.AsSpan(0, _dataCount);

    internal SpanBlocks Clone() => new() { _heads = [.. Heads], _data = [.. Data], _dataCount = _dataCount, Count = Count };

    internal void Clear()
    {
        Count = 0;
        _dataCount = 0;
    }

    /// <summary>Adds a block of consecutive spans.</summary>
    internal void AddRange(ulong first) => AddHead(new SpanBlock(first, 0, 0, SpanEncoding.Range));

    /// <summary>Adds a block of so many spans as it is encoded best.</summary>
    internal void Add(ReadOnlySpan<ulong> spans)
    {
        bool ascending = SpanScan.IsAscending(spans);
        (ulong least, ulong greatest) = ascending ? (spans[0], spans[^1]) : SpanScan.Bounds(spans);
        ulong width = greatest - least;
        if (ascending && width == (uint)spans.Length - 1)
        {
            AddRange(least);
            return;
        }

        SpanEncoding offsets = width <= ushort.MaxValue ? SpanEncoding.Offsets16 : width <= uint.MaxValue ? SpanEncoding.Offsets32 : SpanEncoding.Offsets64;
        int offsetWords = offsets switch
        {
            SpanEncoding.Offsets16 => (spans.Length + 3) / 4,
            SpanEncoding.Offsets32 => (spans.Length + 1) / 2,
            _ => spans.Length,
        };
        if (ascending && width / 64 + 1 <= (uint)offsetWords) EncodeBitmap(spans, least, (int)(width / 64) + 1);
        else EncodeOffsets(spans, least, offsets, offsetWords);
    }

    /// <summary>Adds the next full block of candidates, when there are as many and a bitmap or a range is what encodes it best.</summary>
    /// <param name="first">The span of position 0.</param>
    /// <param name="candidates">Passes what was added.</param>
    internal bool TryAdd(ulong first, ref BitmapReader candidates)
    {
        int last = candidates.Peek(BlockColumn.BlockLength - 1);
        if (last < 0) return false;
        int least = candidates.Position;
        int words = (last - least) / 64 + 1;
        if (words > MostBitmapWords) return false;
        if (last - least == BlockColumn.BlockLength - 1)
        {
            Span<ulong> passed = stackalloc ulong[words];
            candidates.Read(last, passed);
            AddRange(first + (uint)least);
        }
        else candidates.Read(last, AddData(first + (uint)least, words, SpanEncoding.Bitmap));
        return true;
    }

    private void EncodeBitmap(ReadOnlySpan<ulong> spans, ulong least, int words)
    {
        Span<ulong> bitmap = AddData(least, words, SpanEncoding.Bitmap);
        int current = 0;
        ulong bits = 0; // of the current word, which stays in a register
        foreach (ulong span in spans)
        {
            ulong offset = span - least;
            int word = (int)(offset / 64);
            if (word != current)
            {
                bitmap[current] = bits;
                current = word;
                bits = 0;
            }
            bits |= 1ul << (int)offset; // modulo 64
        }
        bitmap[current] = bits;
    }

    private void EncodeOffsets(ReadOnlySpan<ulong> spans, ulong least, SpanEncoding encoding, int words)
    {
        Span<ulong> data = AddData(least, words, encoding);
        switch (encoding)
        {
            case SpanEncoding.Offsets16:
                Span<ushort> shorts = MemoryMarshal.Cast<ulong, ushort>(data);
                for (int i = 0; i < spans.Length; i++) shorts[i] = (ushort)(spans[i] - least);
                break;
            case SpanEncoding.Offsets32:
                Span<uint> ints = MemoryMarshal.Cast<ulong, uint>(data);
                for (int i = 0; i < spans.Length; i++) ints[i] = (uint)(spans[i] - least);
                break;
            default:
                for (int i = 0; i < spans.Length; i++) data[i] = spans[i] - least;
                break;
        }
    }

    private Span<ulong> AddData(ulong least, int words, SpanEncoding encoding)
    {
        if (_data.Length - _dataCount < words) Array.Resize(ref _data, Math.Max(Math.Max(_data.Length * 2, 64), _dataCount + words));
        AddHead(new SpanBlock(least, _dataCount, (ushort)words, encoding));
        Span<ulong> data = _data.AsSpan(_dataCount, words);
        data.Clear();
        _dataCount += words;
        return data;
    }

    private void AddHead(SpanBlock head)
    {
        if (Count == _heads.Length) Array.Resize(ref _heads, Math.Max(_heads.Length * 2, 8));
        _heads[Count++] = head;
    }
}
