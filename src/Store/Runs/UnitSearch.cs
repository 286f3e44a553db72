using Weft.Segments;

namespace Weft.Store.Runs;

/// <summary>Tells whether a run holds execution units, from the blocks that name its units alone.</summary>
internal static class UnitSearch
{
    /// <summary>Whether a run holds any of these units. False for a run that cannot be read.</summary>
    internal static bool HoldsAny(RunInfo run, HashSet<ulong> units)
    {
        foreach (string file in Directory.EnumerateFiles(run.Directory, "*" + SegmentWriter.Extension))
        {
            try
            {
                using var frames = new SegmentFrames(file);
                foreach (byte[] payload in frames.All(BlockKind.Units))
                {
                    var reader = new PayloadReader(payload);
                    if (UnitsBlock.ReadIds(ref reader).Any(units.Contains)) return true;
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
