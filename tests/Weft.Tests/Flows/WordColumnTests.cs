// Proves that a few spans near each other, kept as one word, are the same column as a list of them; that spans too far apart or out of order are not taken for such; and that a small
// collection's attachment, of which the table keeps fields alone, is found as it was attached.
using Weft.Flows;

namespace Weft.Tests.Flows;

public sealed class WordColumnTests
{
    [Fact]
    public void Of_RandomSpans_IsThoseSpansOrNone()
    {
        var random = new Random(11);
        int few = 0, none = 0;
        for (int run = 0; run < 20_000; run++)
        {
            ulong first = (ulong)random.NextInt64(1, long.MaxValue);
            ulong[] spans = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => first + (uint)random.Next(random.Next(2) == 0 ? 60 : 70))];
            if (random.Next(4) > 0) spans = [.. spans.Distinct().Order()];
            bool isSmall = spans.SequenceEqual(spans.Distinct().Order()) && spans[^1] - spans[0] < WordColumn.Width;

            var column = WordColumn.Of(spans, step: 3);

            Assert.Equal(isSmall, column is not null);
            if (column is null) none++;
            else few++;
            if (column is not null) AssertHolds(spans, column, random);
        }
        Assert.True(few > 1000 && none > 1000, $"{few} and {none}");
    }

    [Fact]
    public void Of_NoSpans_IsNone() => Assert.Null(WordColumn.Of([], 0));

    [Fact]
    public void Finish_FewSpansNearEachOther_IsAWord()
    {
        ColumnBuilder builder = ColumnBuilder.Rent();
        foreach (ulong span in new ulong[] { 7, 8, 10, 70 }) builder.Add(span);
        Assert.IsType<WordColumn>(builder.Finish(1));

        builder = ColumnBuilder.Rent();
        foreach (ulong span in new ulong[] { 7, 8, 10, 71 }) builder.Add(span);
        Assert.IsType<BlockColumn>(builder.Finish(1));
    }

    [Fact]
    public void Attach_SmallList_IsFoundAsItWasAttached()
    {
        var list = new List<int> { 1, 2, 3 };
        var column = WordColumn.Of([100, 102, 163], step: 5)!;
        ListAttachment<int>.Attach(list, column);

        Attachment found = Attachments.Find(list)!;
        Assert.True(found.IsUnchanged(list));
        Assert.Equal(5, found.Column.Step);
        AssertHolds([100, 102, 163], found.Column, new Random(1));
        list[0] = 1;
        Assert.False(Attachments.Find(list)!.IsUnchanged(list));
    }

    [Fact]
    public void Attach_ArrayOfConsecutiveRecords_IsFoundAsItWasAttached()
    {
        int[] array = [.. Enumerable.Range(0, 1000)];
        ArrayAttachment<int>.Attach(array, new RangeColumn(50, 1000, 2));

        Attachment found = Attachments.Find(array)!;
        Assert.True(found.IsUnchanged(array));
        Assert.Equal((1049ul, 2), (found.Column[999], found.Column.Step));
        array[999] = 0;
        Assert.False(Attachments.Find(array)!.IsUnchanged(array));
    }

    [Fact]
    public void Attach_SmallCollectionsThatDie_LeavesTheCollectorNothingToKeep()
    {
        for (int run = 0; run < 20_000; run++) AttachToAList(); // until the table has its size
        GC.Collect();
        Attachments.Sweep();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int run = 0; run < 10_000; run++) AttachToAList();
        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 10_000;

        Assert.InRange(bytes, 1, 80); // the list and its column: no attachment
    }

    private static void AttachToAList()
    {
        var list = new List<int>();
        ListAttachment<int>.Attach(list, new RangeColumn(1, 0, 0));
    }

    private static void AssertHolds(ulong[] expected, SpanColumn column, Random random)
    {
        Assert.Equal(expected.Length, column.Count);
        SpanReader reader = SpanReader.Over(column);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], column[i]);
            Assert.Equal(expected[i], reader.At(i));
        }
        int start = random.Next(expected.Length + 1);
        var part = new ulong[random.Next(expected.Length - start + 1)];
        column.CopyTo(start, part);
        Assert.Equal(expected.AsSpan(start, part.Length).ToArray(), part);
        bool isRange = part.Length == 0 || part[^1] - part[0] == (ulong)part.Length - 1;
        Assert.Equal(isRange, column.TryGetRange(start, part.Length, out ulong first));
        if (isRange && part.Length > 0) Assert.Equal(part[0], first);
    }
}
