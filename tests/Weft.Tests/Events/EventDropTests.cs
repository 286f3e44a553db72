// Proves that events which come faster than they can be written are lost only where that is configured, and that the recording then says which.
using Weft.Capture;
using Weft.Segments;
using Weft.Tests.Capture;

namespace Weft.Tests.Events;

public sealed class EventDropTests
{
    private const int Many = 100_000; // 2.4 MB in buffers of at most 1 MiB

    [Fact]
    public void Drop_StalledDisk_LostEventsAreCountedAndKnown()
    {
        using var gate = new ManualResetEventSlim(initialState: true);
        using var waits = new ManualResetEventSlim();
        using var test = new TestSession(new RecorderOptions { BufferBytes = 1 << 20, Backpressure = Backpressure.Drop }, path => new GatedStream(SegmentWriter.CreateFile(path), gate, waits));
        ThreadBuffer buffer = test.NewBuffer();
        ExecutionUnit unit = test.Begin(buffer, "before"), other = test.Begin(buffer, "other");
        test.Session.Flush();

        gate.Reset();
        unit.Add(buffer, EventKind.Send);
        var flush = new Thread(test.Session.Flush);
        flush.Start();
        waits.Wait();
        for (int i = 0; i < Many; i++) other.Add(buffer, EventKind.Receive, unit.Add(buffer, EventKind.Send));
        ExecutionUnit untold = test.Begin(buffer, "untold");
        gate.Set();
        test.Session.Flush();
        for (int round = 0; round < 5; round++)
        {
            for (int i = 0; i < 2000; i++) other.Add(buffer, EventKind.Receive, unit.Add(buffer, EventKind.Send)); // long enough to leave the scrap
            test.Session.Flush();
        }
        untold.Complete(buffer);
        other.Complete(buffer);
        unit.Complete(buffer);

        RunRecording recording = test.Close();
        long lost = recording.LostEvents.Sum(each => each.Count);
        Assert.InRange(lost, 1, 2 * Many + 2);
        Assert.InRange(recording.LostEvents.Count, 1, 20); // runs, though the units take turns
        Assert.Equal(0, recording.Dropped); // no lineage was
        Assert.Equal(unit.LastEvent.Number + other.LastEvent.Number + untold.LastEvent.Number, lost + recording.Units.Sum(each => (long)recording.EventsOf(each.Id).Count));
        Assert.False(recording.Unit(untold.Id)!.IsKnown);
        Assert.True(recording.WasDropped(new EventId(untold.Id, 1)));
        Assert.Equal(EventKind.Complete, recording.EventsOf(unit.Id)[^1].Kind);
        EventLaws.AssertHold(recording);
    }

    [Fact]
    public void Drop_EndWhileDropping_TheTailIsKnownToBeLost()
    {
        using var gate = new ManualResetEventSlim(initialState: true);
        using var waits = new ManualResetEventSlim();
        using var test = new TestSession(new RecorderOptions { BufferBytes = 1 << 20, Backpressure = Backpressure.Drop }, path => new GatedStream(SegmentWriter.CreateFile(path), gate, waits));
        ThreadBuffer buffer = test.NewBuffer();
        ExecutionUnit unit = test.Begin(buffer);
        test.Session.Flush();
        gate.Reset();
        unit.Add(buffer, EventKind.Send);
        var flush = new Thread(test.Session.Flush);
        flush.Start();
        waits.Wait();
        for (int i = 0; i < Many; i++) unit.Add(buffer, EventKind.Send);
        gate.Set();

        RunRecording recording = test.Close();
        Assert.True(recording.WasDropped(unit.LastEvent));
        Assert.Equal(unit.LastEvent.Number, recording.EventsOf(unit.Id).Count + recording.LostEvents.Sum(each => each.Count));
        EventLaws.AssertHold(recording);
    }

    [Fact]
    public void Block_SlowDisk_NothingIsLost()
    {
        using var test = new TestSession(new RecorderOptions { BufferBytes = 1 << 20, Backpressure = Backpressure.Block }, path => new SlowStream(SegmentWriter.CreateFile(path)));
        ThreadBuffer buffer = test.NewBuffer();
        ExecutionUnit unit = test.Begin(buffer);
        for (int i = 0; i < 4 * Many; i++) unit.Add(buffer, EventKind.Send);
        RunRecording recording = test.Close();
        Assert.Empty(recording.LostEvents);
        Assert.Equal(4 * Many + 1, recording.EventsOf(unit.Id).Count);
        EventLaws.AssertHold(recording);
    }

    private sealed class SlowStream(Stream inner) : ForwardingStream(inner)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Thread.Sleep(2);
            base.Write(buffer);
        }
    }

    private sealed class GatedStream(Stream inner, ManualResetEventSlim gate, ManualResetEventSlim waits) : ForwardingStream(inner)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!gate.IsSet) waits.Set();
            gate.Wait();
            base.Write(buffer);
        }
    }
}
