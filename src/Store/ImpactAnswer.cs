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
/// <param name="OutputCount">The outputs of these runs, reached or not.</param>
/// <param name="Sites">The derived records on the way by site, in the order of the way.</param>
/// <param name="DerivedCount">The number of derived records.</param>
/// <param name="Graph">Every record on the way in the run itself; null when there are more than asked for.</param>
/// <param name="Verdict">How far the answer can be relied on.</param>
/// <param name="Reasons">Why it is not exact.</param>
/// <param name="Lines">The text of input lines; null when not asked for.</param>
/// <param name="Others">Runs of other processes that received what follows from the records.</param>
internal sealed record ImpactAnswer(
    RunInfo Run, SourceRecords Records, long SpanCount, IReadOnlyList<ReachedOutput> Outputs, int OutputCount, IReadOnlyList<ReachedSite> Sites,
    long DerivedCount, ImpactGraph? Graph, LineageVerdict Verdict, IReadOnlyList<string> Reasons, SourceLines? Lines, IReadOnlyList<RunInfo> Others)
{
    /// <summary>Asks the recording of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="records">The input records.</param>
    /// <param name="limit">Records beyond which they are counted by site instead of listed; most ranges of indexes to list of an output; most input lines to read.</param>
    /// <param name="withLines">Whether to read the text of input lines.</param>
    /// <param name="others">Runs of other processes, in which the answer goes on where records were sent there; null when there are none.</param>
    internal static ImpactAnswer Ask(OpenRun run, SourceRecords records, int limit, bool withLines, RunsByProcess? others = null)
    {
        List<(ulong First, ulong Count)> spans = records.Spans(run.Recording);
        var across = ImpactAcross.Walk(run, spans, others);
        ImpactInRun own = across.Runs[0];
        ReachedOutput[] outputs = [.. across.Runs.SelectMany(reached => ReachedOutput.Of(reached.Run, reached.Walk.Reached, limit))];
        ReachedOutput[] ownOutputs = [.. outputs.Where(output => output.Run == run.Info)];

        long spanCount = spans.Sum(span => (long)span.Count);
        long listed = spanCount + own.Walk.DerivedByStep.Values.Sum() + ownOutputs.Sum(output => output.Count);
        ImpactGraph? graph = listed <= limit ? ImpactGraph.Build(run, own.Walk.Reached, ownOutputs) : null;
        var doubts = ImpactDoubts.Of(across);
        SourceLines? lines = withLines ? SourceLines.Read(records.Index is { } index ? [new SourceRange(records.Source, index, 1)] : [], limit) : null;
        return new ImpactAnswer(
            run.Info, records, spanCount, outputs, across.Runs.Sum(reached => reached.Run.Catalogue.Outputs.Count), [.. across.Runs.SelectMany(reached => SitesOf(reached.Run, reached.Walk))],
            across.Runs.Sum(reached => reached.Walk.DerivedByStep.Values.Sum()), graph, doubts.Verdict, doubts.Reasons, lines, [.. across.Runs.Skip(1).Select(reached => reached.Run.Info)]);
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
