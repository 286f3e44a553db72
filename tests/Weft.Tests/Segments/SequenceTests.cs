// Proves that a recording of which a segment is gone, doubled, renamed or cut is never taken for whole: each damage names the file and what was expected of it.
using Weft.Capture;
using Weft.Segments;
using Weft.Tests.Capture;

namespace Weft.Tests.Segments;

public sealed class SequenceTests : IDisposable
{
    private const int Count = 5;
    private const int Drops = Count - 1;
    private readonly TestSession _test = new();

    public SequenceTests()
    {
        Directory.CreateDirectory(Path.Combine(_test.Root, "run"));
        WriteSegments();
    }

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Open_AllSegments_IsWhole()
    {
        using RunRecording recording = RunRecording.Open(Folder);
        Assert.Empty(recording.Damages);
        Assert.NotNull(recording.End);
        Assert.Equal(Drops, recording.Lost.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Open_SegmentMissing_IsTold(uint number)
    {
        File.Delete(PathOf(number));
        Assert.StartsWith($"{PathOf(number)}: expected a segment of the recording, found no file: ", OnlyDamage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_SeveralSegmentsMissing_AreToldTogether()
    {
        File.Delete(PathOf(2));
        File.Delete(PathOf(3));
        Assert.Equal($"{PathOf(2)} to 00003.seg: expected a segment of the recording, found no file: 4 is there", OnlyDamage());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Open_SegmentTwice_IsToldAndReadOnce(uint number)
    {
        File.Copy(PathOf(number), PathOf(Count + 1));
        Assert.Equal($"{PathOf(Count + 1)}: expected a segment that no other file holds, found segment {number}, which {PathOf(number)} holds, too; the file is left out", OnlyDamage());
        using RunRecording recording = RunRecording.Open(Folder);
        Assert.Equal(Drops, recording.Lost.Count);
    }

    [Fact]
    public void Open_CopyInPlaceOfAnother_TellsBoth()
    {
        File.Copy(PathOf(2), PathOf(1), overwrite: true);
        using RunRecording recording = RunRecording.Open(Folder);
        Assert.Contains(recording.Damages, damage => damage.ToString().StartsWith($"{PathOf(1)}: expected a segment that no other file holds", StringComparison.Ordinal));
        Assert.Equal(Drops - 1, recording.Lost.Count);
    }

    [Fact]
    public void Open_SegmentRenamed_IsReadAndTold()
    {
        string renamed = Path.Combine(Folder, "copy of 2.seg");
        File.Move(PathOf(2), renamed);
        Assert.Equal($"{renamed}: offset 12: expected the number that the file is named by, found 2: name it 00002.seg", OnlyDamage());
        using RunRecording recording = RunRecording.Open(Folder);
        Assert.Equal(Drops, recording.Lost.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Open_SegmentCutAnywhere_IsTold(uint number)
    {
        byte[] whole = File.ReadAllBytes(PathOf(number));
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(PathOf(number), whole[..length]);
            Assert.StartsWith($"{PathOf(number)}: ", OnlyDamage(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Open_LastSegmentCut_HasNoEnd()
    {
        byte[] whole = File.ReadAllBytes(PathOf(Count));
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(PathOf(Count), whole[..length]);
            using RunRecording recording = RunRecording.Open(Folder);
            Assert.Null(recording.End);
            Assert.Empty(recording.Damages); // as a crash leaves it
        }
    }

    [Fact]
    public void Open_BytesBehindTheEnd_AreTold()
    {
        long end = new FileInfo(PathOf(Count)).Length;
        using (FileStream file = File.Open(PathOf(Count), FileMode.Append)) file.Write([1, 2, 3]);
        Assert.Equal($"{PathOf(Count)}: offset {end}: expected a whole block, found 3 bytes of one: the file was cut", OnlyDamage());
    }

    [Fact]
    public void Open_EveryByteOfANumberChanged_IsNeverTakenForAnother()
    {
        byte[] whole = File.ReadAllBytes(PathOf(2));
        whole[12] = 9;
        File.WriteAllBytes(PathOf(2), whole);
        Assert.Contains("the header is damaged", OnlyDamage());
    }

    [Fact]
    public void Refresh_RecordingThatGrowsIntoNewSegments_IsNeverDamaged()
    {
        using var test = new TestSession(new RecorderOptions { SegmentBytes = 256 });
        ThreadBuffer buffer = test.NewBuffer();
        buffer.RootRange(1, 0, 1);
        test.Session.Flush();
        RunRecording recording = test.Read();
        for (int round = 0; round < 50; round++)
        {
            ulong child = 0;
            for (int i = 0; i < 100; i++) child = buffer.DerivePair(1, (ulong)(i * round + 1), 0);
            test.Session.Flush();
            recording.Refresh();
            Assert.Empty(recording.Damages);
            Assert.Equal(SpanState.Derived, recording.Define(child, []).State);
        }
        Assert.True(Directory.GetFiles(recording.Directory).Length > 5);
    }

    private string Folder => Path.Combine(_test.Root, "run");

    private string PathOf(uint number) => Path.Combine(Folder, SegmentWriter.NameOf(number));

    private string OnlyDamage()
    {
        using RunRecording recording = RunRecording.Open(Folder);
        return Assert.Single(recording.Damages).ToString();
    }

    // A segment for each block: drops, and the end in the last one.
    private void WriteSegments()
    {
        using var segments = new SegmentWriter(Folder, GoldenRecording.Process, segmentBytes: 1, SegmentWriter.CreateFile);
        for (int i = 0; i < Drops; i++)
        {
            var drops = new PayloadWriter();
            new DropsBlock(9, [new LostSpans(50, 6)]).Write(drops);
            segments.Write(BlockKind.Drops, drops);
        }
        var end = new PayloadWriter();
        new EndBlock(RecordingEnd.Exit, new DateTime(2026, 11, 22, 14, 35, 2, DateTimeKind.Utc), 64, 9, []).Write(end);
        segments.Write(BlockKind.End, end);
    }
}
