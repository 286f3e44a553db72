namespace Weft.Capture;

/// <summary>Writes a recording as segments of a run folder.</summary>
internal sealed class SegmentTarget(RecorderOptions options) : IRecordingTarget, IRowSink
{
    public string? RunDirectory { get; private set; }

    public IRowSink OpenThread(int threadId) => this;

    public void Take(ref RowReader rows)
    {
        RunDirectory = options.Directory;
        while (rows.MoveNext()) { }
    }

    public void Take(Posted item)
    {
    }

    public void Take(LostSpans lost)
    {
    }

    public void Commit()
    {
    }

    public void End(RecordingEnd end)
    {
    }
}
