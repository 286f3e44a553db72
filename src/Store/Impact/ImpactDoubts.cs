using System.Globalization;
using Weft.Answers;
using Weft.Capture;
using Weft.Segments;
using Weft.Store.Addresses;
using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Store.Impact;

/// <summary>What makes an answer to where an input went less than exact.</summary>
/// <param name="Verdict">How far the answer can be relied on.</param>
/// <param name="Reasons">Why it is not exact: each names the place where precision was lost.</param>
internal sealed record ImpactDoubts(LineageVerdict Verdict, IReadOnlyList<string> Reasons)
{
    private const int MostNames = 5;

    internal static ImpactDoubts Of(ImpactAcross across)
    {
        string[] incomplete = [.. across.Runs.SelectMany((reached, i) => Named(across, i, [.. Losses(reached.Run), .. LookUps(reached.Run, reached.Walk), .. Cuts(reached.Run, reached.Map)]))];
        string[] coarse = [.. across.Runs.SelectMany((reached, i) => Named(across, i, Coarse(reached.Run, reached.Walk))), .. across.Coarse];
        LineageVerdict verdict = incomplete.Length > 0 ? LineageVerdict.Incomplete : coarse.Length > 0 ? LineageVerdict.Coarse : LineageVerdict.Exact;
        return new ImpactDoubts(verdict, [.. incomplete, .. coarse]);
    }

    // Of other runs than the first the process stands in front.
    private static IEnumerable<string> Named(ImpactAcross across, int run, IEnumerable<string> reasons) =>
        run == 0 ? reasons : reasons.Select(reason => $"{AskedRecordings.NameOf(across.Runs[run].Run.Recording)}: {reason}");

    private static IEnumerable<string> Coarse(OpenRun run, DescendantWalk walk) => walk.CoarseSteps
        .Select(step => $"coarse at {Places.Name(run.Places.SiteOfStep(step))}: the collection was changed after it was made, so that a record may stand for any that it held")
        .Concat(walk.GroupSteps.Select(step => $"coarse at {Places.Name(run.Places.SiteOfStep(step))}: records that came out of a group count as reached when another member of it was"))
        .Distinct()
        .Order(StringComparer.Ordinal);

    // What is not in the recording may follow from anything.
    private static IEnumerable<string> Losses(OpenRun run)
    {
        RunRecording recording = run.Recording;
        if (recording.Dropped > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{recording.Dropped} rows were dropped because the writer could not keep up (WEFT_BACKPRESSURE=drop); what they say is missing");
        if (recording.DescribeDamage() is { } damage) yield return damage;
        if (run.Info.State is RunState.Recording) yield return "the program is still running; it may go on with the records";
        if (run.Info.State is RunState.Abrupt) yield return "the recording ended abruptly; what the program did last may be missing";
        if (run.Info.State is RunState.Unfinished) yield return "the recording has no end; what the program did last may be missing";
        if (run.Catalogue.UnkeptOutputs is > 0 and var unkept)
            yield return string.Create(CultureInfo.InvariantCulture, $"of {unkept} {(unkept == 1 ? "output" : "outputs")} no occurrence is in the recording");
        foreach (OutputEntry output in run.Catalogue.Outputs)
        {
            if (output.Kept.Count < output.Occurrences)
                yield return string.Create(CultureInfo.InvariantCulture, $"{output.Name}: of {output.HowOften} occurrences {output.Kept.Count} are in the recording (WEFT_OUTPUTS_PER_SITE sets how many)");
        }
    }

    // What a lambda looked up is told of the collection as a whole, by a child of all its records; where that could not be told, of none.
    private static IEnumerable<string> LookUps(OpenRun run, DescendantWalk walk)
    {
        HashSet<int> sites = [.. run.Recording.Sources.Values.Where(source => source.Kind == SourceKind.LookedUp).Select(source => source.Site)];
        if (sites.Count == 0) return [];
        IEnumerable<string> reached = walk.DerivedByStep.Keys
            .Where(step => run.Recording.Steps.TryGetValue(step, out Step? known) && sites.Contains(known.Site))
            .Select(step => Places.Name(run.Places.SiteOfStep(step)));
        IEnumerable<string> untold = run.Catalogue.Sources.Where(source => source.Source.Kind == LineageSourceKind.LookedUp && source.Records > 0).Select(source => Places.Name(source.Source.Site));
        return reached.Concat(untold).Distinct().Order(StringComparer.Ordinal)
            .Select(site => $"looked up at {site}: the code there takes records from a collection that may hold these, and which ones came to what is not recorded");
    }

    // Where records went into code that Weft does not understand, any of them may be in what came out. It matters when that reached an output.
    private static IEnumerable<string> Cuts(OpenRun run, PageMap map)
    {
        SourceEntry[] cuts = [.. run.Catalogue.Sources.Where(source => source.Records > 0 && source.Source.Kind is LineageSourceKind.Cut or LineageSourceKind.Changed or LineageSourceKind.Kept)];
        foreach (SourceEntry cut in cuts)
        {
            var walk = new DescendantWalk(run.Recording, map, run.Places);
            walk.Run(new SourceRecords([cut], Index: null).Spans(run.Recording));
            string[] outputs = [.. ReachedOutput.Names(run, walk.Reached)];
            if (outputs.Length == 0) continue;
            string concerned = string.Join(", ", outputs.Take(MostNames)) + (outputs.Length > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {outputs.Length - MostNames} more") : "");
            yield return cut.Source.Kind switch
            {
                LineageSourceKind.Cut => $"cut at {Places.Name(cut.Source.CutSite)}: records passed through code that Weft does not understand, and what came of them there reached {concerned}",
                LineageSourceKind.Kept => $"kept at {Places.Name(cut.Source.Site)}: records were made of others that a loop kept, which are not named, and reached {concerned}",
                _ => $"{cut.Source.Name}: the collection was changed after it was made, and what its records stand on, which reached {concerned}, cannot be told",
            };
        }
    }
}
