using System.Buffers;
using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Capture;

/// <summary>A recording session of its own, in a folder of its own that goes away with it.</summary>
internal sealed class TestSession : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");
    private readonly List<RunRecording> _opened = [];
    private bool _isClosed;

    internal TestSession(RecorderOptions? options = null, Func<string, Stream>? create = null)
    {
        options = (options ?? new RecorderOptions()) with { Directory = _directory.FullName };
        Session = new RecordingSession(options, new SegmentTarget(options, create ?? SegmentWriter.CreateFile), Complain);
    }

    internal TestSession(RecorderOptions options, IRecordingTarget target) => Session = new RecordingSession(options, target, Complain);

    internal RecordingSession Session { get; }

    internal List<string> Complaints { get; } = [];

    /// <summary>A folder for the test's files.</summary>
    internal string Root => _directory.FullName;

    /// <summary>A buffer owned by the calling thread.</summary>
    internal ThreadBuffer NewBuffer() => new(Session);

    /// <summary>Reads what is in the files now.</summary>
    internal RunRecording Read()
    {
        Assert.NotNull(Session.RunDirectory);
        var recording = RunRecording.Open(Session.RunDirectory);
        _opened.Add(recording);
        return recording;
    }

    /// <summary>Ends the recording and reads it.</summary>
    internal RunRecording Close(RecordingEnd end = RecordingEnd.Exit)
    {
        CloseOnly(end);
        return Read();
    }

    internal void CloseOnly(RecordingEnd end = RecordingEnd.Exit)
    {
        if (!_isClosed) Session.Close(end);
        _isClosed = true;
    }

    public void Dispose()
    {
        CloseOnly();
        foreach (RunRecording recording in _opened) recording.Dispose();
        _directory.Delete(recursive: true);
    }

    /// <summary>Spans in an array that the recorder may give back to the shared pool.</summary>
    internal static RentedSpans Rented(params ReadOnlySpan<ulong> spans)
    {
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(spans.Length);
        spans.CopyTo(rented);
        return new RentedSpans(rented, spans.Length);
    }

    private void Complain(string complaint)
    {
        lock (Complaints) Complaints.Add(complaint);
    }
}
