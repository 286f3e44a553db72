using Weft.Segments;

namespace Weft.Store.Runs;

/// <summary>Tells whether a run has a trace, from the blocks that name its units alone.</summary>
internal static class TraceSearch
{
    /// <summary>Whether a run has a trace whose id begins with a text. False for a run that cannot be read.</summary>
    internal static bool Holds(RunInfo run, string text)
    {
        foreach (string file in Directory.EnumerateFiles(run.Directory, "*" + SegmentWriter.Extension))
        {
            try
            {
                using var frames = new SegmentFrames(file);
                foreach (byte[] payload in frames.All(BlockKind.Units))
                {
                    var reader = new PayloadReader(payload);
                    if (UnitsBlock.Read(ref reader, static _ => 0).Units.Any(unit => !unit.Trace.IsNone && unit.Trace.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))) return true;
                }
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                // The run says so itself when it is opened.
            }
        }
        return false;
    }
}
