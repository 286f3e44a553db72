using System.Collections.Concurrent;
using System.Diagnostics;
using Weft.Segments;

namespace Weft.Capture;

/// <summary>One recording: what threads hand over, and the writer that takes it.</summary>
// Design: threads meet here only once per 64 KiB of rows, per posted column and per range of spans. Memory that waits for the writer is
// counted in bytes; beyond the limit a thread waits or drops, as the options say. A closed session takes nothing any more.
internal sealed class RecordingSession
{
    private const long WakeBytes = 1 << 20;

    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _room = new(initialState: true);
    private readonly RecordingWriter _writer;
    private readonly ConcurrentDictionary<(string? Name, int Site), Occurrence> _occurrences = new();
    private long _lastSpan;
    private long _waiting;
    private long _dropped;
    private bool _started;
    private volatile bool _isClosed;

    internal RecordingSession(RecorderOptions options, IRecordingTarget target, Action<string> complain)
    {
        Options = options;
        _writer = new RecordingWriter(this, target, complain);
    }

    internal RecorderOptions Options { get; }

    internal ChunkPool Pool { get; } = new();

    /// <summary>Buffers that the writer has not met yet.</summary>
    internal ConcurrentQueue<ThreadBuffer> NewBuffers { get; } = new();

    /// <summary>Columns that the writer has not encoded yet.</summary>
    internal ConcurrentQueue<Posted> Posts { get; } = new();

    /// <summary>Spans whose definition was dropped and that the recording does not know of yet.</summary>
    internal ConcurrentQueue<LostSpans> Lost { get; } = new();

    /// <summary>Events that were dropped and that the recording does not know of yet.</summary>
    internal ConcurrentQueue<LostEvents> LostEvents { get; } = new();

    /// <summary>Rows and columns dropped so far.</summary>
    internal long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>The folder of the run; null before anything was recorded and when it could not be made.</summary>
    internal string? RunDirectory => _writer.RunDirectory;

    /// <summary>Consecutive spans that nobody else has; returns the first.</summary>
    internal ulong ReserveSpans(ulong count) => (ulong)Interlocked.Add(ref _lastSpan, (long)count) - count + 1;

    internal void Register(ThreadBuffer buffer)
    {
        NewBuffers.Enqueue(buffer);
        EnsureStarted();
    }

    /// <summary>Hands a column, or another thing that is made once, to the writer.</summary>
    internal void Post(Posted item)
    {
        EnsureStarted();
        if (item.EncodedSpans > Posted.MostSpans || !HasRoom())
        {
            if (item.IsLineage) CountDropped(1);
            if (LostSpans.Of(item) is { } lost && !_isClosed) Lost.Enqueue(lost);
            item.Release();
            return;
        }
        Interlocked.Add(ref _waiting, item.Bytes);
        Posts.Enqueue(item);
        if (Interlocked.Read(ref _waiting) >= WakeBytes) _writer.Wake();
    }

    /// <summary>Counts an output and hands it to the writer, unless its site and name have had their share.</summary>
    internal void PostOutput(string? name, int site, Flows.SpanColumn column)
    {
        Occurrence counted = _occurrences.GetOrAdd((name, site), static _ => new Occurrence());
        long occurrence = Interlocked.Increment(ref counted.Count) - 1;
        if (occurrence < Options.OutputsPerSite) Post(new PostedOutput(name, site, occurrence, column) { Moment = MomentOf(name, site, occurrence) });
    }

    // A program without execution units pays nothing for them.
    private OutputMoment? MomentOf(string? name, int site, long occurrence) =>
        Options.Events && ExecutionUnit.CurrentIfAny?.LastEvent is { IsNone: false } last ? new OutputMoment(name, site, occurrence, Stopwatch.GetTimestamp(), last) : null;

    /// <summary>What the last block of the recording says.</summary>
    internal EndBlock Describe(RecordingEnd end) => new(
        end,
        DateTime.UtcNow,
        (ulong)Interlocked.Read(ref _lastSpan),
        Dropped,
        CountOutputs());

    /// <summary>How often each output occurred so far.</summary>
    internal IReadOnlyList<OutputCount> CountOutputs() =>
        [.. _occurrences.Select(pair => new OutputCount(pair.Key.Name, pair.Key.Site, Interlocked.Read(ref pair.Value.Count)))];

    /// <summary>Reports full chunks and asks for a new one; false when the thread's rows have to be dropped for now.</summary>
    internal bool TryTakeRoom(int filledChunks)
    {
        long waiting = Interlocked.Add(ref _waiting, filledChunks * (long)Chunk.Bytes);
        if (waiting >= WakeBytes) _writer.Wake();
        return HasRoom();
    }

    /// <summary>The writer has taken so many bytes of what waited.</summary>
    internal void Taken(long bytes)
    {
        if (Interlocked.Add(ref _waiting, -bytes) <= Options.BufferBytes && !_room.IsSet) _room.Set();
    }

    /// <summary>Counts rows or columns that nobody will write.</summary>
    internal void CountDropped(long count) => Interlocked.Add(ref _dropped, count);

    /// <summary>Counts the rows of a piece of a stream that nobody will write, and notes their spans, or which events they are.</summary>
    internal void ReportLost(ReadOnlySpan<ulong> words)
    {
        (long rows, List<LostSpans> lost) = LostSpans.Of(words);
        CountDropped(rows);
        if (_isClosed) return;
        foreach (LostSpans spans in lost) Lost.Enqueue(spans);
        foreach (LostEvents events in Capture.LostEvents.Of(words)) LostEvents.Enqueue(events);
    }

    /// <summary>Waits until everything published so far is in the files.</summary>
    internal void Flush()
    {
        if (Volatile.Read(ref _started)) _writer.Flush();
    }

    /// <summary>Writes what was published, ends the recording, and takes nothing more.</summary>
    internal void Close(RecordingEnd end)
    {
        if (Volatile.Read(ref _started)) _writer.Stop(end);
    }

    /// <summary>From now on nothing is taken; whoever waits for room goes on.</summary>
    internal void Refuse()
    {
        _isClosed = true;
        _room.Set();
    }

    private bool HasRoom()
    {
        if (_isClosed) return false;
        if (Interlocked.Read(ref _waiting) <= Options.BufferBytes) return true;
        return Options.Backpressure == Backpressure.Block && WaitForRoom();
    }

    private bool WaitForRoom()
    {
        while (!_isClosed)
        {
            _room.Reset();
            if (Interlocked.Read(ref _waiting) <= Options.BufferBytes) break;
            _writer.Wake();
            _room.Wait(TimeSpan.FromMilliseconds(100)); // a bound, because several threads share the event
        }
        return !_isClosed;
    }

    private sealed class Occurrence
    {
        internal long Count;
    }

    private void EnsureStarted()
    {
        if (Volatile.Read(ref _started)) return;
        lock (_gate)
        {
            if (_started) return;
            _writer.Start();
            Volatile.Write(ref _started, true);
        }
    }
}
