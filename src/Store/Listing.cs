using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Store;

/// <summary>The runs of a folder, and one of them in detail.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Runs">The newest runs, newest first.</param>
/// <param name="Detail">The run in detail; null when the newest cannot be read.</param>
internal sealed record Listing(RunsFolder Folder, IReadOnlyList<RunInfo> Runs, RunDetail? Detail)
{
    /// <summary>Lists a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="run">The name of the run to show in detail; null is the newest.</param>
    /// <param name="limit">Most runs to list.</param>
    internal static Listing Of(RunsFolder folder, string? run, int limit)
    {
        RunInfo shown = folder.Find(run);
        RunInfo[] runs = [.. folder.Runs().Take(limit)];

        // A newest run that cannot be read is told about in the list; one that was asked for by name is an error.
        bool isAskedFor = run is not (null or "latest");
        return new Listing(folder, runs, isAskedFor || shown.State != RunState.Unreadable ? RunDetail.Of(shown) : null);
    }
}

/// <summary>One run in detail.</summary>
/// <param name="Info">What the listing says of it.</param>
/// <param name="Catalogue">Its outputs and sources.</param>
/// <param name="Counts">How much it has recorded.</param>
/// <param name="RootsBySource">Records of each source of the catalogue.</param>
/// <param name="Dropped">Rows and columns that the recorder dropped.</param>
/// <param name="TailBytes">Bytes behind the last whole block, of a recording without an end.</param>
/// <param name="Damages">Places that could not be read.</param>
internal sealed record RunDetail(
    RunInfo Info, RunCatalogue Catalogue, RunCounts Counts, IReadOnlyList<long> RootsBySource, long Dropped, long TailBytes, IReadOnlyList<string> Damages)
{
    internal static RunDetail Of(RunInfo info)
    {
        using OpenRun run = OpenRun.Open(info);
        RunCounts counts = RunCounts.Of(run);
        return new RunDetail(
            info, run.Catalogue, counts, [.. run.Catalogue.Sources.Select(counts.RootsOf)], run.Recording.Dropped,
            run.Recording.End is null ? run.Recording.TailBytes : 0, run.Damages);
    }
}
