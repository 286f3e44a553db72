using Weft.Capture;
using Weft.Segments;

namespace Weft.Answers;

/// <summary>The recording of this process, read while it is being written.</summary>
internal static class OwnRecording
{
    private static readonly Lock _gate = new();
    private static RunRecording? _recording;

    internal static LineageGraph Why(string label, ulong span, int step, int nodeLimit)
    {
        Recorder.Flush();
        if (Recorder.RunDirectory is not { } directory)
            return GraphBuilder.Unanswered(label, "nothing could be written (see standard error for the cause), so that there is nothing to look up");

        lock (_gate)
        {
            try
            {
                if (_recording is null) _recording = RunRecording.Open(directory);
                else _recording.Refresh();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return GraphBuilder.Unanswered(label, $"the recording in {directory} cannot be read: {fault.Message}");
            }
            return GraphBuilder.Build(_recording, label, span, step, nodeLimit);
        }
    }
}
