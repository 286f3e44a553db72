using System.Numerics;
using System.Runtime.InteropServices;
using Weft.Flows;

namespace Weft.Segments;

/// <summary>A span column in the payload of a block: a range, or the column's blocks nearly as they are in memory.</summary>
internal static class SpanColumnCodec
{
    private const byte Range = 1;
    private const byte Blocks = 2;

    internal static void Write(PayloadWriter payload, SpanColumn column)
    {
        switch (column)
        {
            case RangeColumn range:
                payload.Byte(Range);
                payload.Varint(range.Count);
                payload.Varint(range.First);
                break;
            case BlockColumn blocks:
                WriteBlocks(payload, blocks.Blocks, blocks.Data, blocks.Count);
                break;
            default:
                Write(payload, column, 0, column.Count);
                break;
        }
    }

    /// <summary>Writes a part of a column as a column of its own.</summary>
    internal static void Write(PayloadWriter payload, SpanColumn column, int start, int count)
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        builder.AddColumn(column, start, count);
        Write(payload, builder);
    }

    internal static void Write(PayloadWriter payload, ReadOnlySpan<ulong> spans)
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        foreach (ulong span in spans) builder.Add(span);
        Write(payload, builder);
    }

    internal static SpanColumn Read(ref PayloadReader payload, int step)
    {
        byte form = payload.Byte();
        switch (form)
        {
            case Range:
                int count = payload.Int32();
                return new RangeColumn(payload.Varint(), count, step);
            case Blocks:
                return ReadBlocks(ref payload, step);
            case GroupedColumn.Form:
                return GroupedColumn.Read(ref payload, step);
            default:
                payload.Fail($"a column of form 1, 2 or 3 (found {form}) before this");
                return null!;
        }
    }

    /// <summary>The number of spans of the column at the reader's place, without reading it.</summary>
    internal static int ReadCount(ref PayloadReader payload)
    {
        payload.Byte();
        return payload.Int32();
    }

    // From the builder's own memory: what is only written needs no column.
    private static void Write(PayloadWriter payload, ColumnBuilder builder)
    {
        int count = builder.Count;
        if (builder.TryGetRange(out ulong first)) Write(payload, new RangeColumn(first, count, step: 0));
        else WriteBlocks(payload, builder.EncodeBlocks(out ReadOnlySpan<ulong> data), data, count);
        builder.Abandon();
    }

    private static void WriteBlocks(PayloadWriter payload, ReadOnlySpan<SpanBlock> blocks, ReadOnlySpan<ulong> data, int count)
    {
        payload.Byte(Blocks);
        payload.Varint(count);
        ulong previous = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            SpanBlock block = blocks[i];
            payload.Byte((byte)block.Encoding);
            payload.Zigzag(block.First - previous);
            previous = block.First;
            switch (block.Encoding)
            {
                case SpanEncoding.Range:
                    int following = 0;
                    for (; i + 1 < blocks.Length && Continues(blocks[i + 1], previous); i++, following++) previous = blocks[i + 1].First;
                    payload.Varint(following);
                    break;
                case SpanEncoding.Bitmap:
                    payload.Varint(block.Words);
                    WriteWords(payload, data.Slice(block.Start, block.Words), block.Words * sizeof(ulong));
                    break;
                default:
                    int length = Math.Min(BlockColumn.BlockLength, count - i * BlockColumn.BlockLength);
                    WriteWords(payload, data.Slice(block.Start, block.Words), length * OffsetBytes(block.Encoding));
                    break;
            }
        }
    }

    private static bool Continues(SpanBlock next, ulong first) => next.IsRange && next.First == first + BlockColumn.BlockLength;

    private static BlockColumn ReadBlocks(ref PayloadReader payload, int step)
    {
        int count = payload.Int32();
        int blockCount = (int)(((long)count + BlockColumn.BlockLength - 1) / BlockColumn.BlockLength);
        var blocks = new List<SpanBlock>(Math.Min(blockCount, payload.Remaining));
        var data = new List<ulong>();
        ulong first = 0;
        while (blocks.Count < blockCount)
        {
            int length = Math.Min(BlockColumn.BlockLength, count - blocks.Count * BlockColumn.BlockLength);
            var encoding = (SpanEncoding)payload.Byte();
            first += payload.Zigzag();
            switch (encoding)
            {
                case SpanEncoding.Range:
                    int following = payload.Int32();
                    if (following >= blockCount - blocks.Count) payload.Fail($"at most {blockCount - blocks.Count - 1} following blocks (found {following}) before this");
                    blocks.Add(new SpanBlock(first, 0, 0, SpanEncoding.Range));
                    for (; following > 0; following--) blocks.Add(new SpanBlock(first += BlockColumn.BlockLength, 0, 0, SpanEncoding.Range));
                    break;
                case SpanEncoding.Bitmap:
                    int words = payload.Count();
                    if (words > ushort.MaxValue) payload.Fail($"a bitmap of at most {ushort.MaxValue} words (found {words}) before this");
                    AddData(ref payload, words * sizeof(ulong), new SpanBlock(first, data.Count, (ushort)words, encoding));
                    int ones = 0;
                    foreach (ulong word in CollectionsMarshal.AsSpan(data)[^words..]) ones += BitOperations.PopCount(word);
                    if (ones != length) payload.Fail($"a bitmap of {length} ones (found {ones}) before this");
                    break;
                case SpanEncoding.Offsets16 or SpanEncoding.Offsets32 or SpanEncoding.Offsets64:
                    int bytes = length * OffsetBytes(encoding);
                    AddData(ref payload, bytes, new SpanBlock(first, data.Count, (ushort)((bytes + 7) / 8), encoding));
                    break;
                default:
                    payload.Fail($"a block encoding from 0 to 4 (found {(byte)encoding}) before this");
                    break;
            }
        }
        return new BlockColumn([.. blocks], [.. data], count, step);

        void AddData(ref PayloadReader payload, int bytes, SpanBlock block)
        {
            ReadOnlySpan<byte> content = payload.Take(bytes);
            blocks.Add(block);
            int start = data.Count;
            CollectionsMarshal.SetCount(data, start + block.Words);
            Span<ulong> room = CollectionsMarshal.AsSpan(data)[start..];
            room.Clear();
            content.CopyTo(MemoryMarshal.AsBytes(room));
        }
    }

    // Words are as in memory: recordings are made on little-endian machines only.
    private static void WriteWords(PayloadWriter payload, ReadOnlySpan<ulong> words, int bytes) => payload.Bytes(MemoryMarshal.AsBytes(words)[..bytes]);

    private static int OffsetBytes(SpanEncoding encoding) => encoding switch
    {
        SpanEncoding.Offsets16 => sizeof(ushort),
        SpanEncoding.Offsets32 => sizeof(uint),
        _ => sizeof(ulong),
    };
}
