using Weft.Store.Addresses;
using Weft.Store.Impact;
using Weft.Store.Runs;

namespace Weft.Store;

/// <summary>How many derived records an input reached at a site.</summary>
/// <param name="Site">The operator; null when the recording does not name it.</param>
/// <param name="Count">The number of records.</param>
internal sealed record ReachedSite(LineageSite? Site, long Count);

/// <summary>Where input records went.</summary>
/// <param name="Run">The run.</param>
/// <param name="Records">The input records.</param>
/// <param name="SpanCount">How often they entered: a file that is read twice enters twice.</param>
/// <param name="Outputs">The outputs that they reached.</param>
/// <param name="OutputCount">The outputs of the run, reached or not.</param>
/// <param name="Sites">The derived records on the way by site, in the order of the way.</param>
/// <param name="DerivedCount">The number of derived records.</param>
/// <param name="Graph">Every record on the way; null when there are more than asked for.</param>
/// <param name="Verdict">How far the answer can be relied on.</param>
/// <param name="Reasons">Why it is not exact.</param>
/// <param name="Lines">The text of input lines; null when not asked for.</param>
internal sealed record ImpactAnswer(
    RunInfo Run, SourceRecords Records, long SpanCount, IReadOnlyList<ReachedOutput> Outputs, int OutputCount, IReadOnlyList<ReachedSite> Sites,
    long DerivedCount, ImpactGraph? Graph, LineageVerdict Verdict, IReadOnlyList<string> Reasons, SourceLines? Lines)
{
    /// <summary>Asks the recording of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="records">The input records.</param>
    /// <param name="limit">Records beyond which they are counted by site instead of listed; most ranges of indexes to list of an output; most input lines to read.</param>
    /// <param name="withLines">Whether to read the text of input lines.</param>
    internal static ImpactAnswer Ask(OpenRun run, SourceRecords records, int limit, bool withLines)
    {
        PageMap map = PageMapFile.Of(run);
        List<(ulong First, ulong Count)> spans = records.Spans(run.Recording);
        var walk = new DescendantWalk(run.Recording, map);
        walk.Run(spans);

        IReadOnlyList<ReachedOutput> outputs = ReachedOutput.Of(run, walk.Reached, limit);
        long spanCount = spans.Sum(span => (long)span.Count);
        long derivedCount = walk.DerivedByStep.Values.Sum();
        long listed = spanCount + derivedCount + outputs.Sum(output => output.Count);
        ImpactGraph? graph = listed <= limit ? ImpactGraph.Build(run, walk.Reached, outputs) : null;
        var doubts = ImpactDoubts.Of(run, map, walk);
        SourceLines? lines = withLines ? SourceLines.Read(records.Index is { } index ? [new SourceRange(records.Source, index, 1)] : [], limit) : null;
        return new ImpactAnswer(
            run.Info, records, spanCount, outputs, run.Catalogue.Outputs.Count, SitesOf(run, walk), derivedCount, graph, doubts.Verdict, doubts.Reasons, lines);
    }

    // A step's number grows along the way.
    private static IReadOnlyList<ReachedSite> SitesOf(OpenRun run, DescendantWalk walk) =>
    [
        .. walk.DerivedByStep
            .OrderBy(pair => pair.Key)
            .GroupBy(pair => run.Places.SiteOfStep(pair.Key))
            .Select(group => new ReachedSite(group.Key, group.Sum(pair => pair.Value))),
    ];
}
