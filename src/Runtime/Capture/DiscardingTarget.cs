using Weft.Segments;

namespace Weft.Capture;

/// <summary>Takes the place of a target that has failed: everything is counted as dropped.</summary>
internal sealed class DiscardingTarget(RecordingSession session, string? runDirectory) : IRecordingTarget
{
    public string? RunDirectory { get; } = runDirectory;

    public void EndThread()
    {
    }

    public void Take(int threadId, ref RowReader rows)
    {
        long count = 0;
        while (rows.MoveNext()) count += rows.RowCount;
        session.CountDropped(count);
    }

    public void Take(Posted item) => session.CountDropped(1);

    public void Take(LostSpans lost)
    {
    }

    public void Commit(long dropped, IReadOnlyList<OutputCount> counts, bool isAsked)
    {
    }

    public void End(EndBlock end)
    {
    }
}
