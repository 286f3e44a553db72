// Proves that blocks of events which are intact and yet nonsense, by accident or with intent, give a documented error and never another one;
// and that what stands on a damaged block is read as far as it goes.
using Weft.Segments;
using Weft.Tests.Segments;

namespace Weft.Tests.Events;

public sealed class EventDamageTests : IDisposable
{
    private const int Attempts = 4000;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");
    private readonly byte[] _golden = File.ReadAllBytes(GoldenRecording.PathInSource);

    public void Dispose() => _directory.Delete(recursive: true);

    // The checksum fits, so that nothing but the reading of the payload stands between the bytes and the caller.
    [Theory]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    public void Read_ForgedPayload_IsRefusedOrRead(byte kind)
    {
        var random = new Random(kind);
        (int at, int length) = Find((BlockKind)kind);
        int refused = 0;
        for (int i = 0; i < Attempts; i++)
        {
            byte[] payload = _golden.AsSpan(at + BlockFrame.Length, length).ToArray();
            if (random.Next(4) == 0) payload = payload[..random.Next(payload.Length)];
            for (int change = random.Next(1, 4); change > 0 && payload.Length > 0; change--) payload[random.Next(payload.Length)] = (byte)(random.Next(3) == 0 ? 0xFF : random.Next(256));
            byte[] frame = new byte[BlockFrame.Length];
            BlockFrame.Write(frame, (BlockKind)kind, payload);
            refused += DamagesOf([.. _golden[..at], .. frame, .. payload, .. _golden[(at + BlockFrame.Length + length)..]]);
        }
        if (kind != (byte)BlockKind.Clock) Assert.True(refused > Attempts / 20, $"{refused} of {Attempts} were refused");
    }

    // What stands on a damaged block is read as far as it goes: one damage must not become many.
    [Fact]
    public void Open_UnitsDamaged_TheirEventsAreOfNobody()
    {
        using RunRecording recording = OpenDamaged(BlockKind.Units);
        Assert.Empty(recording.Units);
        Assert.Empty(recording.EventsOf(GoldenEvents.Units[0].Id));
        Assert.Contains("checksum of the Units block", Assert.Single(recording.Damages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_KeysDamaged_ValuesAreThere()
    {
        using RunRecording recording = OpenDamaged(BlockKind.Keys);
        RecordedEvent customer = recording.EventsOf(GoldenEvents.Units[1].Id)[1];
        Assert.Equal(("#1", "Ada"), (customer.Key, customer.Value));
        Assert.Contains("checksum of the Keys block", Assert.Single(recording.Damages).Message, StringComparison.Ordinal);
    }

    private RunRecording OpenDamaged(BlockKind kind)
    {
        byte[] bytes = [.. _golden];
        bytes[Find(kind).At + BlockFrame.Length] ^= 1;
        File.WriteAllBytes(Path.Combine(_directory.FullName, SegmentWriter.NameOf(1)), bytes);
        return RunRecording.Open(_directory.FullName);
    }

    private int DamagesOf(byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_directory.FullName, SegmentWriter.NameOf(1)), bytes);
        using RunRecording recording = RunRecording.Open(_directory.FullName);
        foreach (RecordedUnit unit in recording.Units)
        {
            foreach (RecordedEvent each in recording.EventsOf(unit.Id))
            {
                recording.Clock.UtcOf(each.Time);
                recording.WasDropped(each.Reference);
            }
            recording.IsShared(unit.Id);
        }
        return recording.Damages.Count();
    }

    private (int At, int Length) Find(BlockKind kind)
    {
        for (int at = SegmentHeader.Length; at < _golden.Length;)
        {
            Assert.True(BlockFrame.TryRead(_golden.AsSpan(at), out BlockFrame frame));
            if (frame.Kind == kind) return (at, frame.PayloadLength);
            at += BlockFrame.Length + frame.PayloadLength;
        }
        throw new InvalidOperationException($"The golden file has no {kind} block.");
    }
}
