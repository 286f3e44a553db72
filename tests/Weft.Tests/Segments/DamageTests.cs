// Proves that a damaged recording is never believed: cut at any byte, or with any bit flipped, it gives what is intact or the documented
// error, says where it is damaged, and never invents an edge.
using Weft.Segments;

namespace Weft.Tests.Segments;

public sealed class DamageTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");
    private readonly byte[] _golden = File.ReadAllBytes(GoldenRecording.PathInSource);
    private readonly (SpanDefinition Definition, ParentRun[] Parents)[] _truth;

    public DamageTests()
    {
        using RunRecording golden = RunRecording.Open(Path.GetDirectoryName(GoldenRecording.PathInSource)!);
        _truth = Definitions(golden);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Open_CutAtAnyByte_GivesTheWholeBlocksBefore()
    {
        int least = 0;
        for (int length = 0; length < _golden.Length; length++)
        {
            int known = KnownOf(_golden.AsSpan(0, length), $"cut at byte {length}", out RunRecording? recording);
            Assert.True(known >= least, $"cut at byte {length}: {known} definitions, {least} in a shorter file");
            least = known;
            if (recording is null) continue;
            Assert.Null(recording.End);
            Assert.Empty(recording.Damages);
            recording.Dispose();
        }
    }

    [Fact]
    public void Open_AnyBitFlipped_TellsTheDamageAndInventsNothing()
    {
        byte[] bytes = [.. _golden];
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            int known = KnownOf(bytes, $"bit {bit % 8} of byte {bit / 8} flipped", out RunRecording? recording);
            if (recording is not null)
            {
                bool isTold = recording.Damages.Any() || recording.TailBytes > 0;
                Assert.True(isTold, $"bit {bit % 8} of byte {bit / 8} flipped: nobody noticed");
                Assert.All(recording.Damages, damage => Assert.InRange(damage.Offset, 0, bit / 8));
                recording.Dispose();
            }
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public void Open_PayloadFlipped_OtherBlocksAreRead()
    {
        byte[] bytes = [.. _golden];
        int rows = OffsetsOfBlocks().First(block => block.Kind == BlockKind.Rows).Offset;
        bytes[rows + BlockFrame.Length + 5] ^= 4;
        KnownOf(bytes, "rows damaged", out RunRecording? recording);
        RecordingDamage damage = Assert.Single(recording!.Damages);
        Assert.Equal(rows, damage.Offset);
        Assert.Contains("checksum of the Rows block", damage.Message);
        Assert.Equal(2, recording.Outputs.Count);
        Assert.NotNull(recording.End);
        Assert.Equal(SpanState.Missing, recording.Define(9, []).State);
        Assert.Equal(SpanState.Alias, recording.Define(40, []).State);
        recording.Dispose();
    }

    [Fact]
    public void Open_UnknownBlockKind_IsSkipped()
    {
        byte[] frame = new byte[BlockFrame.Length];
        byte[] payload = [1, 2, 3];
        BlockFrame.Write(frame, (BlockKind)200, payload);
        int at = OffsetsOfBlocks()[2].Offset;
        byte[] bytes = [.. _golden[..at], .. frame, .. payload, .. _golden[at..]];
        Assert.Equal(_truth.Count(item => item.Definition.State != SpanState.Missing), KnownOf(bytes, "unknown block", out RunRecording? recording));
        Assert.Empty(recording!.Damages);
        Assert.NotNull(recording.End);
        recording.Dispose();
    }

    [Fact]
    public void Open_NewerVersion_SaysSo()
    {
        byte[] bytes = [.. _golden];
        bytes[8]++;
        Assert.EndsWith("expected segment format version 3 or older at offset 8, found 4: read it with a newer version of Weft", Refusal(bytes));
    }

    [Fact]
    public void Open_ForeignFile_SaysWhatWasExpected() =>
        Assert.EndsWith("00001.seg: expected the magic bytes 89574546540D0A1A of a Weft segment at offset 0, found 504B0304504B0304", Refusal([0x50, 0x4B, 3, 4, 0x50, 0x4B, 3, 4, .. new byte[100]]));

    [Fact]
    public void Open_MangledLineEnds_AreNoticed()
    {
        byte[] bytes = [.. _golden];
        bytes[5] = 0x0A;
        Assert.Contains("expected the magic bytes", Refusal(bytes));
    }

    [Fact]
    public void Open_EmptyFolder_SaysWhatWasExpected()
    {
        var error = Assert.Throws<InvalidDataException>(() => RunRecording.Open(_directory.FullName));
        Assert.EndsWith("expected segments (*.seg) of a Weft recording, found none", error.Message);
    }

    [Fact]
    public void Open_SegmentOfAnotherRun_IsToldAndNotMixedIn()
    {
        string first = Path.Combine(_directory.FullName, SegmentWriter.NameOf(1)), second = Path.Combine(_directory.FullName, SegmentWriter.NameOf(2));
        File.WriteAllBytes(first, _golden);
        using (var other = new SegmentWriter(_directory.FullName, GoldenRecording.Process with { ProcessId = 1 }, long.MaxValue, _ => SegmentWriter.CreateFile(second)))
        {
            var payload = new PayloadWriter();
            new DropsBlock(1000, []).Write(payload);
            other.Write(BlockKind.Drops, payload);
        }
        using RunRecording recording = RunRecording.Open(_directory.FullName);
        Assert.Contains("the folder mixes runs", Assert.Single(recording.Damages).Message);
        Assert.Equal(9, recording.Dropped);
    }

    private string Refusal(byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_directory.FullName, SegmentWriter.NameOf(1)), bytes);
        return Assert.Throws<InvalidDataException>(() => RunRecording.Open(_directory.FullName)).Message;
    }

    // Opens the bytes as a recording; asserts that every definition is true or missing, and returns how many are known.
    private int KnownOf(ReadOnlySpan<byte> bytes, string what, out RunRecording? recording)
    {
        File.WriteAllBytes(Path.Combine(_directory.FullName, SegmentWriter.NameOf(1)), bytes);
        try
        {
            recording = RunRecording.Open(_directory.FullName);
        }
        catch (InvalidDataException)
        {
            recording = null;
            return 0;
        }

        (SpanDefinition Definition, ParentRun[] Parents)[] found = Definitions(recording);
        for (int span = 0; span < found.Length; span++)
        {
            if (found[span].Definition.State == SpanState.Missing) continue;
            Assert.True(found[span].Definition == _truth[span].Definition && found[span].Parents.SequenceEqual(_truth[span].Parents), $"{what}: span {span} is {found[span].Definition}");
        }
        return found.Count(item => item.Definition.State != SpanState.Missing);
    }

    private static (SpanDefinition, ParentRun[])[] Definitions(RunRecording recording)
    {
        var definitions = new (SpanDefinition, ParentRun[])[GoldenRecording.LastSpan + 1];
        for (ulong span = 0; span <= GoldenRecording.LastSpan; span++)
        {
            var parents = new List<ParentRun>();
            definitions[span] = (recording.Define(span, parents), [.. parents]);
        }
        return definitions;
    }

    private List<(int Offset, BlockKind Kind)> OffsetsOfBlocks()
    {
        var offsets = new List<(int, BlockKind)>();
        for (int at = SegmentHeader.Length; at < _golden.Length;)
        {
            Assert.True(BlockFrame.TryRead(_golden.AsSpan(at), out BlockFrame frame));
            offsets.Add((at, frame.Kind));
            at += BlockFrame.Length + frame.PayloadLength;
        }
        return offsets;
    }
}
