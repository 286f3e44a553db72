using Weft.Store.Catalogue;
using Weft.Store.Flow;
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
    /// <param name="withFlow">Whether to find the ways of the run's records.</param>
    internal static Listing Of(RunsFolder folder, string? run, int limit, bool withFlow)
    {
        RunInfo shown = folder.Find(run);
        RunInfo[] runs = [.. folder.Runs().Take(limit)];

        // A newest run that cannot be read is told about in the list; one that was asked for by name is an error.
        bool isAskedFor = run is not (null or "latest");
        return new Listing(folder, runs, isAskedFor || shown.State != RunState.Unreadable ? RunDetail.Of(shown, withFlow) : null);
    }
}

/// <summary>One run in detail.</summary>
/// <param name="Info">What the listing says of it.</param>
/// <param name="Outputs">Its outputs, in the order of their first occurrence.</param>
/// <param name="UnkeptOutputs">Outputs that were made and of which no occurrence was kept.</param>
/// <param name="Sources">Its sources, in the order in which they were first read.</param>
/// <param name="Derived">Records that follow from others.</param>
/// <param name="Edges">Pairs of a record and one that it follows from.</param>
/// <param name="Dropped">Rows and columns that the recorder dropped.</param>
/// <param name="TailBytes">Bytes behind the last whole block, of a recording without an end.</param>
/// <param name="Damages">Places that could not be read.</param>
/// <param name="IgnoredHeaders">Headers of messages that could not be understood.</param>
/// <param name="Flow">The ways of its records; null when not asked for.</param>
internal sealed record RunDetail(
    RunInfo Info, IReadOnlyList<OutputEntry> Outputs, int UnkeptOutputs, IReadOnlyList<SourceEntry> Sources, long Derived, long Edges, long Dropped, long TailBytes,
    IReadOnlyList<string> Damages, long IgnoredHeaders, RunFlow? Flow)
{
    /// <summary>Records that entered from outside.</summary>
    internal long Inputs => Sources.Sum(source => source.Records);

    internal static RunDetail Of(RunInfo info, bool withFlow)
    {
        using OpenRun run = OpenRun.Open(info);
        EdgeCounter counter = EdgeCounter.Of(run.Recording);
        return new RunDetail(
            info, run.Catalogue.Outputs, run.Catalogue.UnkeptOutputs, run.Catalogue.Sources, counter.Derived, counter.Edges, run.Recording.Dropped,
            run.Recording.End is null ? run.Recording.TailBytes : 0, run.Damages, run.Recording.IgnoredHeaders, withFlow ? RunFlow.Of(run) : null);
    }
}
