namespace Weft.Store.Runs;

/// <summary>How far a recording has got.</summary>
internal enum RunState
{
    /// <summary>The process ended by itself.</summary>
    Ended,

    /// <summary>The process ended by an exception that nobody handled.</summary>
    Failed,

    /// <summary>The process is gone and has not ended its recording: it was killed, or its machine stopped.</summary>
    Abrupt,

    /// <summary>The process is still there.</summary>
    Recording,

    /// <summary>The recording has no end, and whether its process is still there cannot be told: it ran on another machine.</summary>
    Unfinished,

    /// <summary>No segment of the run can be read.</summary>
    Unreadable,
}
