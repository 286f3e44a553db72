using Weft.Segments;

namespace Weft.Capture;

/// <summary>Where a recording goes. Only the writer's thread calls it.</summary>
internal interface IRecordingTarget
{
    /// <summary>The run's folder; null before anything was written.</summary>
    string? RunDirectory { get; }

    /// <summary>A sink for the rows of one thread.</summary>
    IRowSink OpenThread(int threadId);

    /// <summary>The thread of a sink has ended.</summary>
    void CloseThread(IRowSink thread);

    /// <summary>Takes a posted column.</summary>
    void Take(Posted item);

    /// <summary>Notes spans whose definition was dropped.</summary>
    void Take(LostSpans lost);

    /// <summary>Brings everything taken so far to the operating system.</summary>
    /// <param name="dropped">Rows and columns dropped so far.</param>
    void Commit(long dropped);

    /// <summary>Says how the recording ended, and closes its files.</summary>
    void End(EndBlock end);
}
