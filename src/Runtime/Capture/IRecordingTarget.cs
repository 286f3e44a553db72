using Weft.Segments;

namespace Weft.Capture;

/// <summary>Where a recording goes. Only the writer's thread calls it.</summary>
internal interface IRecordingTarget
{
    /// <summary>The run's folder; null before anything was written.</summary>
    string? RunDirectory { get; }

    /// <summary>Takes all rows of a piece of a thread's stream, to its end.</summary>
    void Take(int threadId, ref RowReader rows);

    /// <summary>The rows that follow are another thread's.</summary>
    void EndThread();

    /// <summary>Takes something posted.</summary>
    void Take(Posted item);

    /// <summary>Notes spans whose definition was dropped.</summary>
    void Take(LostSpans lost);

    /// <summary>Notes events that were dropped.</summary>
    void Take(LostEvents lost);

    /// <summary>Brings everything taken so far to the operating system.</summary>
    /// <param name="dropped">Rows and columns dropped so far.</param>
    /// <param name="counts">How often each output occurred so far.</param>
    /// <param name="isAsked">Whether somebody waits for it, to ask: then the counts have to be exact.</param>
    void Commit(long dropped, IReadOnlyList<OutputCount> counts, bool isAsked);

    /// <summary>Says how the recording ended, and closes its files.</summary>
    void End(EndBlock end);
}
