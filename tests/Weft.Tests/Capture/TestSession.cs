using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Capture;

/// <summary>A recording session of its own, in a folder of its own that goes away with it.</summary>
internal sealed class TestSession : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");
    private readonly SegmentTarget _target;
    private bool _isClosed;

    internal TestSession(RecorderOptions? options = null, Func<string, Stream>? create = null)
    {
        options = (options ?? new RecorderOptions()) with { Directory = _directory.FullName };
        _target = new SegmentTarget(options, create ?? SegmentWriter.CreateFile);
        Session = new RecordingSession(options, _target, complaint =>
        {
            lock (Complaints) Complaints.Add(complaint);
        });
    }

    internal RecordingSession Session { get; }

    internal List<string> Complaints { get; } = [];

    internal string Root => _directory.FullName;

    /// <summary>A buffer owned by the calling thread.</summary>
    internal ThreadBuffer NewBuffer() => new(Session);

    /// <summary>Ends the recording and reads it.</summary>
    internal RunRecording Close()
    {
        CloseOnly();
        Assert.NotNull(Session.RunDirectory);
        return RunRecording.Open(Session.RunDirectory);
    }

    internal void CloseOnly()
    {
        if (!_isClosed) Session.Close(RecordingEnd.Exit);
        _isClosed = true;
    }

    public void Dispose()
    {
        CloseOnly();
        _directory.Delete(recursive: true);
    }
}
