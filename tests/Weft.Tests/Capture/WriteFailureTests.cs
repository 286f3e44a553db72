// Proves that a disk that is full, or a folder that cannot be written, is told about once and never disturbs the program, and that what was
// written before stays readable.
using Weft.Capture;
using Weft.Segments;
using static Weft.Tests.Capture.Expectations;

namespace Weft.Tests.Capture;

public sealed class WriteFailureTests
{
    [Fact]
    public void Write_DiskFull_WhatWasWrittenStaysReadable()
    {
        var disk = new Disk();
        using var test = new TestSession(null, path => new LimitedStream(SegmentWriter.CreateFile(path), disk));
        ThreadBuffer buffer = test.NewBuffer();
        var written = new Expectations();
        for (ulong i = 1; i <= 1000; i++) written.Derived(buffer.DerivePair(1, i, 0), 1, First(i));
        test.Session.Flush();

        disk.BytesLeft = 100; // in the middle of a block
        ulong lost = buffer.DerivePair(1, 1, 2);
        for (int i = 0; i < 300_000; i++) buffer.DerivePair(1, (ulong)i * 7919 % 100_000 + 1, (ulong)i);
        test.Session.Flush();
        for (int i = 0; i < 300_000; i++) buffer.DerivePair(1, 1, 2);
        test.Session.Flush();

        string complaint = Assert.Single(test.Complaints);
        Assert.StartsWith("recording stops: No space left on device", complaint);
        Assert.True(test.Session.Dropped >= 300_000);
        RunRecording recording = test.Close();
        written.AssertIn(recording);
        Assert.Null(recording.End);
        Assert.Equal(SpanState.Missing, recording.Define(lost, []).State);
    }

    [Fact]
    public void Write_FolderCannotBeMade_ProgramRunsOn()
    {
        using var test = new TestSession();
        string file = Path.Combine(test.Root, "a file");
        File.WriteAllText(file, "");
        var options = new RecorderOptions { Directory = Path.Combine(file, "below") };
        var complaints = new List<string>();
        var session = new RecordingSession(options, new SegmentTarget(options, SegmentWriter.CreateFile), complaints.Add);
        var buffer = new ThreadBuffer(session);
        for (int i = 0; i < 100_000; i++) buffer.DerivePair(1, 2, 3);
        session.PostOutput("report", 0, ThreadBufferTests.ColumnOf([1, 2]));
        session.Flush();
        buffer.Alias(1, TestSession.Rented(5, 3));
        session.Close(RecordingEnd.Exit);

        Assert.StartsWith("recording stops: ", Assert.Single(complaints));
        Assert.Null(session.RunDirectory);
        Assert.True(session.Dropped > 0);
    }

    [Fact]
    public void Record_BlockWithFailedDisk_DoesNotWaitForEver()
    {
        var disk = new Disk { BytesLeft = 0 };
        using var test = new TestSession(new RecorderOptions { BufferBytes = 1 << 20, Backpressure = Backpressure.Block }, path => new LimitedStream(SegmentWriter.CreateFile(path), disk));
        var thread = new Thread(() =>
        {
            ThreadBuffer buffer = test.NewBuffer();
            for (int i = 0; i < 1_000_000; i++) buffer.DerivePair(1, 2, 3);
        });
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)), "the recording thread hangs");
        test.Session.Flush();
        Assert.Single(test.Complaints);
    }

    [Fact]
    public void Session_NothingRecorded_MakesNoFolder()
    {
        using var test = new TestSession();
        test.NewBuffer();
        test.Session.Flush();
        test.CloseOnly();
        Assert.Empty(Directory.GetFileSystemEntries(test.Root));
        Assert.Null(test.Session.RunDirectory);
    }

    private sealed class Disk
    {
        internal long BytesLeft { get; set; } = long.MaxValue;
    }

    private sealed class LimitedStream(Stream inner, Disk disk) : ForwardingStream(inner)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            int fitting = (int)Math.Min(buffer.Length, disk.BytesLeft);
            base.Write(buffer[..fitting]);
            Flush();
            disk.BytesLeft -= fitting;
            if (fitting < buffer.Length) throw new IOException("No space left on device.");
        }
    }
}
