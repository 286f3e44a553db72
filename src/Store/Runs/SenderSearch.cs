using Weft.Segments;

namespace Weft.Store.Runs;

/// <summary>Tells which processes a run has received records from, from the blocks that say so alone.</summary>
internal static class SenderSearch
{
    /// <summary>The random ids of the processes; none of a run that cannot be read.</summary>
    internal static HashSet<ulong> SendersOf(RunInfo run)
    {
        var senders = new HashSet<ulong>();
        foreach (string file in Directory.EnumerateFiles(run.Directory, "*" + SegmentWriter.Extension))
        {
            try
            {
                using var frames = new SegmentFrames(file);
                foreach (byte[] payload in frames.All(BlockKind.Received))
                {
                    var reader = new PayloadReader(payload);
                    foreach (ReceivedRange range in ReceivedBlock.Read(ref reader, frames.Version)) senders.Add(range.Process);
                }
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                // The run says so itself when it is opened.
            }
        }
        return senders;
    }
}
