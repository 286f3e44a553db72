// Proves that many threads record at once without losing or mixing anything, while the recording is flushed and read, and that a thread's
// rows survive its end.
using Weft.Capture;
using Weft.Segments;
using static Weft.Tests.Capture.Expectations;

namespace Weft.Tests.Capture;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly TestSession _test = new(new RecorderOptions { SegmentBytes = 64 << 10 });

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Record_ManyThreadsWithFlushes_NothingIsLostOrMixed()
    {
        const int ThreadCount = 8, Rows = 30_000;
        var expected = new Expectations[ThreadCount];
        var threads = new Thread[ThreadCount];
        using var stop = new CancellationTokenSource();
        for (int t = 0; t < ThreadCount; t++)
        {
            int number = t;
            expected[t] = new Expectations();
            threads[t] = new Thread(() => Record(expected[number], number, Rows));
            threads[t].Start();
        }
        var flusher = new Thread(() =>
        {
            while (!stop.IsCancellationRequested) _test.Session.Flush();
        });
        flusher.Start();
        foreach (Thread thread in threads) thread.Join();
        stop.Cancel();
        flusher.Join();

        RunRecording recording = _test.Close();
        Assert.Equal(0, _test.Session.Dropped);
        foreach (Expectations each in expected) each.AssertIn(recording);
    }

    [Fact]
    public void Flush_RowsOfAnotherIdleThread_AreInTheFiles()
    {
        var expected = new Expectations();
        using var recorded = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            ThreadBuffer buffer = _test.NewBuffer();
            expected.Derived(buffer.DerivePair(3, 1, 2), 3, First(1), Second(2));
            recorded.Set();
            release.Wait();
        });
        thread.Start();
        recorded.Wait();
        _test.Session.Flush();
        expected.AssertIn(_test.Read());
        release.Set();
        thread.Join();
    }

    [Fact]
    public void Record_ThreadEnds_ItsRowsAreKept()
    {
        var expected = new Expectations();
        for (int i = 0; i < 50; i++)
        {
            ulong parent = (ulong)i + 1;
            var thread = new Thread(() => expected.Derived(_test.NewBuffer().DerivePair(3, parent, 0), 3, First(parent)));
            thread.Start();
            thread.Join();
        }
        expected.AssertIn(_test.Close());
    }

    [Fact]
    public void Refresh_WhileRecording_SeesMoreEachTime()
    {
        ThreadBuffer buffer = _test.NewBuffer();
        var expected = new Expectations();
        RunRecording? recording = null;
        for (int round = 0; round < 50; round++)
        {
            for (int i = 0; i < 2000; i++) expected.Derived(buffer.DerivePair(3, (ulong)i + 1, 0), 3, First((ulong)i + 1));
            _test.Session.Flush();
            if (recording is null) recording = _test.Read();
            else recording.Refresh();
        }
        expected.AssertIn(recording!);
        Assert.Null(recording!.End);
        _test.CloseOnly();
        recording.Refresh();
        Assert.Equal(RecordingEnd.Exit, recording.End!.End);
    }

    private void Record(Expectations expected, int number, int rows)
    {
        ThreadBuffer buffer = _test.NewBuffer();
        int step = number + 1;
        for (int i = 0; i < rows; i++)
        {
            ulong parent = (ulong)(number * rows + i + 1);
            expected.Derived(buffer.DerivePair(step, parent, 0), step, First(parent));
            if (i % 3 == 0) expected.Derived(buffer.DeriveLink(step, parent), step, First(parent));
            if (i % 100 == 0) expected.Roots(buffer.RootRange(step, i, 3), step, i, 3);
            if (i % 1000 == 0) expected.Alias(buffer.Alias(step, TestSession.Rented(parent)), step, parent);
        }
    }
}
