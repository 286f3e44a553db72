namespace Weft.Capture;

/// <summary>How a recording ended. The values are part of the segment format.</summary>
internal enum RecordingEnd : byte
{
    /// <summary>The process ended by itself.</summary>
    Exit = 1,

    /// <summary>The process ended by an exception that nobody handled.</summary>
    UnhandledException = 2,
}
