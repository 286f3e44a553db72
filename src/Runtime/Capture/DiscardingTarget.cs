using Weft.Segments;

namespace Weft.Capture;

/// <summary>Takes the place of a target that has failed: all lineage is counted as dropped. Of events nobody could be told.</summary>
internal sealed class DiscardingTarget(RecordingSession session, string? runDirectory) : IRecordingTarget
{
    public string? RunDirectory { get; } = runDirectory;

    public void EndThread()
    {
    }

    public void Take(int threadId, ref RowReader rows)
    {
        long count = 0;
        while (rows.MoveNext())
            if (rows.Kind != RowKind.Event) count += rows.RowCount;
        session.CountDropped(count);
    }

    public void Take(Posted item)
    {
        if (item.IsLineage) session.CountDropped(1);
    }

    public void Take(LostSpans lost)
    {
    }

    public void Take(LostEvents lost)
    {
    }

    public void Commit(long dropped, IReadOnlyList<OutputCount> counts, bool isAsked)
    {
    }

    public void End(EndBlock end)
    {
    }
}
