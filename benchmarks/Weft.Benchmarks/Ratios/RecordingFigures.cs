using Weft.Capture;
using Weft.Segments;

namespace Weft.Benchmarks.Ratios;

/// <summary>What this process's recording holds.</summary>
/// <param name="Edges">Edges from child to parent.</param>
/// <param name="Bytes">Bytes of its files.</param>
/// <param name="Drops">Rows and columns that were dropped.</param>
internal sealed record RecordingFigures(long Edges, long Bytes, long Drops)
{
    internal static RecordingFigures OfThisProcess()
    {
        Lineage.Flush();
        if (Lineage.RunDirectory is not { } folder)
            throw new InvalidOperationException("Nothing was recorded: the woven build recorded no lineage. Is the environment variable WEFT set to 0?");
        using RunRecording recording = RunRecording.Open(folder);
        if (recording.Damages.FirstOrDefault() is { } damage) throw new InvalidDataException($"The recording is damaged: {damage}");
        var count = new EdgeCount();
        recording.VisitAll(count);
        return new RecordingFigures(count.Edges, recording.Length, Math.Max(Recorder.Dropped, recording.Dropped));
    }

    private sealed class EdgeCount : IDefinitionVisitor
    {
        internal long Edges { get; private set; }

        public void TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count)
        {
        }

        // An alias is another name of a record, not an edge.
        public void TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals)
        {
        }

        public void TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents)
        {
            foreach (ParentRun run in parents) Edges += (long)(run.IsParallel ? count : run.Count * count);
        }
    }
}
