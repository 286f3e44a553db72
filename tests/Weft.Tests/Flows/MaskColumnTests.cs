// Proves that what a filter left of consecutive spans, kept as one bit a candidate, is the same column as a list of the spans: by index, in parts,
// block by block, and when other spans are added before and behind it.
using System.Buffers;
using Weft.Flows;
using Weft.Segments;

namespace Weft.Tests.Flows;

public sealed class MaskColumnTests
{
    private const ulong First = 1_000;

    public static TheoryData<int, string> Filters
    {
        get
        {
            var filters = new TheoryData<int, string>();
            foreach (int candidates in new[] { 1, 63, 64, 65, 5_000, 100_000 })
            {
                foreach (string filter in new[] { "none", "few", "half", "two thirds", "runs", "random", "last", "all" }) filters.Add(candidates, filter);
            }
            return filters;
        }
    }

    private static bool Passes(string filter, int i, int candidates, Random random) => filter switch
    {
        "none" => false,
        "few" => i % 1_000 == 7,
        "half" => i % 2 == 0,
        "two thirds" => i % 3 != 0,
        "runs" => i / 300 % 2 == 0,
        "random" => random.Next(3) == 0,
        "last" => i == candidates - 1,
        _ => true,
    };

    private static ulong[] Add(ColumnBuilder builder, int candidates, string filter, ulong first = First)
    {
        var random = new Random(candidates);
        int words = (candidates + 63) / 64;
        ulong[] mask = ArrayPool<ulong>.Shared.Rent(words);
        mask.AsSpan(0, words).Clear();
        var spans = new List<ulong>();
        for (int i = 0; i < candidates; i++)
        {
            if (!Passes(filter, i, candidates, random)) continue;
            mask[i / 64] |= 1ul << i;
            spans.Add(first + (uint)i);
        }
        builder.AddMask(first, mask, words, spans.Count);
        return [.. spans];
    }

    private static void AssertHolds(ulong[] expected, SpanColumn column)
    {
        Assert.Equal(expected.Length, column.Count);
        var all = new ulong[expected.Length];
        column.CopyTo(0, all);
        Assert.Equal(expected, all);
        var random = new Random(3);
        SpanReader reader = SpanReader.Over(column);
        for (int i = 0; i < expected.Length; i += 1 + random.Next(50))
        {
            Assert.Equal(expected[i], column[i]);
            Assert.Equal(expected[i], reader.At(i));
            int length = random.Next(Math.Min(400, expected.Length - i) + 1);
            var part = new ulong[length];
            column.CopyTo(i, part);
            Assert.Equal(expected.AsSpan(i, length).ToArray(), part);
            if (column.TryGetRange(i, length, out ulong first))
            {
                for (int k = 0; k < length; k++) Assert.Equal(first + (uint)k, expected[i + k]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Mask_Alone_IsTheSpansWhoseBitIsSet(int candidates, string filter)
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        ulong[] expected = Add(builder, candidates, filter);
        Assert.Equal(expected.Length, builder.Count);
        AssertHolds(expected, builder.Snapshot(0));
        AssertHolds(expected, builder.Finish(0));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Mask_Written_HasTheBytesOfItsSpansOneByOne(int candidates, string filter)
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        ulong[] spans = Add(builder, candidates, filter);
        var fromMask = new PayloadWriter();
        SpanColumnCodec.Write(fromMask, builder.Finish(0));
        var oneByOne = new PayloadWriter();
        SpanColumnCodec.Write(oneByOne, spans);
        Assert.Equal(oneByOne.Written.ToArray(), fromMask.Written.ToArray());
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Mask_BesideOtherSpans_KeepsTheOrderOfAdding(int candidates, string filter)
    {
        foreach (string before in new[] { "nothing", "one", "mask" })
        {
            foreach (string behind in new[] { "one", "next", "range", "writer", "mask", "column" })
            {
                ColumnBuilder builder = ColumnBuilder.Rent();
                var expected = new List<ulong>();
                if (before == "one")
                {
                    builder.Add(5);
                    expected.Add(5);
                }
                else if (before == "mask") expected.AddRange(Add(builder, 3_000, "half", first: 500_000));
                expected.AddRange(Add(builder, candidates, filter));
                ulong next = First + (uint)candidates;
                switch (behind)
                {
                    case "one":
                        builder.Add(7);
                        expected.Add(7);
                        break;
                    case "next":
                        builder.Add(next);
                        expected.Add(next);
                        break;
                    case "range":
                        builder.AddRange(next, 300);
                        for (uint i = 0; i < 300; i++) expected.Add(next + i);
                        break;
                    case "writer":
                        ColumnBuilder.SpanWriter writer = builder.Open();
                        for (uint i = 0; i < 300; i++)
                        {
                            writer.Add(9 + i * i);
                            expected.Add(9 + i * i);
                        }
                        writer.Close();
                        break;
                    case "mask":
                        expected.AddRange(Add(builder, 3_000, "two thirds", first: 700_000));
                        break;
                    default:
                        ColumnBuilder other = new();
                        ulong[] spans = Add(other, 4_000, "random", first: 900_000);
                        SpanColumn column = other.Snapshot(0);
                        builder.AddColumn(column, 1, spans.Length - 1);
                        builder.AddColumn(column, 0, spans.Length);
                        expected.AddRange([.. spans[1..], .. spans]);
                        break;
                }
                AssertHolds([.. expected], builder.Finish(0));
            }
        }
    }
}
