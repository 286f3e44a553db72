// Proves what happens when rows come faster than they can be written: block loses nothing; drop loses rows, counts them, and the
// recording says whose definitions are gone.
using Weft.Capture;
using Weft.Segments;
using static Weft.Tests.Capture.Expectations;

namespace Weft.Tests.Capture;

public sealed class BackpressureTests
{
    private const int Rows = 400_000; // 6.4 MB in buffers of at most 1 MiB

    [Fact]
    public void Block_SlowDisk_NothingIsLost()
    {
        using var test = new TestSession(new RecorderOptions { BufferBytes = 1 << 20, Backpressure = Backpressure.Block }, path => new SlowStream(SegmentWriter.CreateFile(path)));
        ThreadBuffer buffer = test.NewBuffer();
        var expected = new Expectations();
        for (int i = 0; i < Rows; i++)
        {
            ulong parent = (ulong)i + 1;
            ulong child = buffer.DerivePair(1, parent, 0);
            if (i % 97 == 0) expected.Derived(child, 1, First(parent));
        }
        RunRecording recording = test.Close();
        Assert.Equal(0, test.Session.Dropped);
        Assert.Equal(0, recording.Dropped);
        expected.AssertIn(recording);
    }

    [Fact]
    public void Drop_StalledDisk_LostRowsAreCountedAndKnown()
    {
        using var gate = new Gate();
        using var test = new TestSession(new RecorderOptions { BufferBytes = 1 << 20, Backpressure = Backpressure.Drop }, path => new GatedStream(SegmentWriter.CreateFile(path), gate));
        ThreadBuffer buffer = test.NewBuffer();
        var children = new List<(ulong Child, ulong Parent)>();
        buffer.DerivePair(1, 1, 0);
        test.Session.Flush();

        Stall(test, buffer, gate);
        Record(Rows);
        Assert.True(test.Session.Dropped > 0);
        gate.Open();
        test.Session.Flush();
        Record(20_000); // long enough to leave the scrap
        test.Session.Flush();
        Record(1000);

        RunRecording recording = test.Close();
        Assert.Equal(test.Session.Dropped, recording.Dropped);
        long missing = 0;
        foreach ((ulong child, ulong parent) in children)
        {
            var parents = new List<ParentRun>();
            if (recording.Define(child, parents).State == SpanState.Missing)
            {
                missing++;
                Assert.True(recording.WasDropped(child), $"span {child} is gone, and the recording does not know");
            }
            else
            {
                Assert.Equal([First(parent)], parents);
                Assert.False(recording.WasDropped(child));
            }
        }
        Assert.Equal(recording.Dropped, missing);
        Assert.False(recording.Define(children[^1].Child, []).State == SpanState.Missing, "recording goes on once there is room");

        void Record(int rows)
        {
            for (int i = 0; i < rows; i++) children.Add((buffer.DerivePair(1, (ulong)i + 1, 0), (ulong)i + 1));
        }
    }

    [Fact]
    public void Drop_EndWhileDropping_TheTailIsKnownToBeLost()
    {
        using var gate = new Gate();
        using var test = new TestSession(new RecorderOptions { BufferBytes = 1 << 20, Backpressure = Backpressure.Drop }, path => new GatedStream(SegmentWriter.CreateFile(path), gate));
        ThreadBuffer buffer = test.NewBuffer();
        buffer.DerivePair(1, 1, 0);
        test.Session.Flush();
        Stall(test, buffer, gate);
        ulong last = 0;
        for (int i = 0; i < Rows; i++) last = buffer.DerivePair(1, (ulong)i + 1, 0);
        gate.Open();

        RunRecording recording = test.Close();
        Assert.Equal(SpanState.Missing, recording.Define(last, []).State);
        Assert.True(recording.WasDropped(last));
    }

    [Fact]
    public void Drop_ColumnsBeyondTheLimit_AreCountedAndKnown()
    {
        using var gate = new Gate();
        using var test = new TestSession(new RecorderOptions { BufferBytes = 1 << 20, Backpressure = Backpressure.Drop }, path => new GatedStream(SegmentWriter.CreateFile(path), gate));
        ThreadBuffer buffer = test.NewBuffer();
        buffer.DerivePair(1, 1, 0);
        test.Session.Flush();
        Stall(test, buffer, gate);
        ulong[] spans = [.. Enumerable.Range(1, 100_000).Select(i => 3 * (ulong)i)];
        var aliases = Enumerable.Range(0, 10).Select(_ => buffer.Alias(1, TestSession.Rented(spans))).ToList();
        gate.Open();

        RunRecording recording = test.Close();
        Assert.True(test.Session.Dropped > 0);
        foreach (ulong alias in aliases)
            Assert.NotEqual(recording.WasDropped(alias), recording.Define(alias, []).State == SpanState.Alias);
    }

    // Afterwards the writer hangs in a write, and takes nothing until the gate is opened.
    private static void Stall(TestSession test, ThreadBuffer buffer, Gate gate)
    {
        gate.Close();
        buffer.DerivePair(1, 1, 0);
        var flush = new Thread(test.Session.Flush);
        flush.Start();
        gate.WaitUntilSomebodyWaits();
    }

    private sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim _open = new(initialState: true);
        private readonly ManualResetEventSlim _waiting = new();

        internal void Open() => _open.Set();

        internal void Close()
        {
            _waiting.Reset();
            _open.Reset();
        }

        internal void WaitUntilSomebodyWaits() => _waiting.Wait();

        internal void Pass()
        {
            if (!_open.IsSet) _waiting.Set();
            _open.Wait();
        }

        public void Dispose()
        {
            _open.Dispose();
            _waiting.Dispose();
        }
    }

    private sealed class SlowStream(Stream inner) : ForwardingStream(inner)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Thread.Sleep(2);
            base.Write(buffer);
        }
    }

    private sealed class GatedStream(Stream inner, Gate gate) : ForwardingStream(inner)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            gate.Pass();
            base.Write(buffer);
        }
    }
}
