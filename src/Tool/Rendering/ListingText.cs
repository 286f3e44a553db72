using System.Globalization;
using Weft.Store;
using Weft.Store.Catalogue;
using Weft.Store.Runs;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints the runs of a folder, and one of them in detail.</summary>
internal sealed class ListingText(TextPage page, int limit)
{
    private const int FewEdges = 1000; // below, the bytes of the site table would count as theirs

    internal void Print(Listing listing)
    {
        page.AddLine((Text, "runs in "), (Heading, listing.Folder.Path));
        page.AddTable(indent: 2, ["started", "program", "host", "state", "size", "name"], listing.Runs.Select(Row), numberColumns: 4);
        if (listing.Folder.Count > listing.Runs.Count) page.AddLine((Note, $"  ... and {Figures.Count(listing.Folder.Count - listing.Runs.Count)} older (--limit shows more)"));
        foreach (RunInfo run in listing.Runs)
            if (run.Problem is { } problem) page.AddLine((Warning, $"  {run.Name} cannot be read: {problem}"));
        if (listing.Detail is { } detail) Print(detail);
    }

    private string[] Row(RunInfo run) =>
    [
        page.Paint(Text, Figures.Moment(run.Started)),
        page.Paint(Text, run.Process?.Program ?? "?"),
        page.Paint(Text, run.Process?.Host ?? "?"),
        page.Paint(run.State is RunState.Ended or RunState.Recording ? Text : Warning, Figures.State(run.State)),
        page.Paint(Count, Figures.Bytes(run.Bytes)),
        page.Paint(Heading, run.Name),
    ];

    private void Print(RunDetail run)
    {
        page.AddLine();
        page.AddLine((Heading, run.Info.Name));
        if (run.Info.Process is { } process)
        {
            page.AddLine((Text, $"  {process.Program} {Figures.Version(process.ProgramVersion)} on {process.Host} (process {process.OperatingSystemId}), {process.Runtime}, Weft {Figures.Version(process.WeftVersion)}"));
            string end = run.Info.Ended is { } ended ? string.Create(CultureInfo.InvariantCulture, $" after {Math.Max(0, (ended - process.Started).TotalSeconds):0.0} s") : "";
            page.AddLine((Text, $"  {Figures.State(run.Info.State)}{end}"));
        }
        PrintOutputs(run.Outputs);
        if (run.UnkeptOutputs > 0) page.AddLine((Warning, $"    of {Figures.Count(run.UnkeptOutputs, "output")} no occurrence is kept{(run.Damages.Count == 0 ? " (WEFT_OUTPUTS_PER_SITE sets how many are)" : "")}"));
        PrintSources(run.Sources);
        PrintCounts(run);
        foreach (string damage in run.Damages) page.AddLine((Warning, "  not readable: " + damage));
    }

    private void PrintOutputs(IReadOnlyList<OutputEntry> outputs)
    {
        if (outputs.Count == 0)
        {
            page.AddLine((Text, "  no outputs"));
            return;
        }
        page.AddLine((Text, "  outputs"));
        page.AddTable(indent: 4, ["name", "records", "occurrences", "made by"], outputs.Take(limit).Select(output => new[]
        {
            page.Paint(Heading, output.Name),
            page.Paint(Count, RecordsOf(output)),
            page.Paint(Count, OccurrencesOf(output)),
            page.Paint(Derived, output.Site?.ToString() ?? "Lineage.Output"),
        }), 1, 2);
        PrintOmitted(outputs.Count);
    }

    private void PrintSources(IReadOnlyList<SourceEntry> sources)
    {
        if (sources.Count == 0) return;
        page.AddLine((Text, "  sources"));
        page.AddTable(indent: 4, ["name", "records", "kind", "enters at"], sources.Take(limit).Select(source => new[]
        {
            page.Paint(Root, source.Source.Name),
            page.Paint(Count, Figures.Count(source.Records)),
            page.Paint(Text, KindOf(source.Source)),
            page.Paint(Derived, source.Source.Site?.ToString() ?? (source.Source.Kind == LineageSourceKind.Message ? "Lineage.Received" : "an unknown place")),
        }), 1);
        PrintOmitted(sources.Count);
    }

    private void PrintOmitted(int count)
    {
        if (count > limit) page.AddLine((Note, $"    ... and {Figures.Count(count - limit)} more (--limit shows more)"));
    }

    private void PrintCounts(RunDetail run)
    {
        string perEdge = run.Edges >= FewEdges ? string.Create(CultureInfo.InvariantCulture, $", {(double)run.Info.Bytes / run.Edges:0.0} bytes an edge") : "";
        page.AddLine(
            (Text, "  "), (Count, Figures.Count(run.Edges)),
            (Text, $" edges of {Figures.Count(run.Derived, "derived record")}; {Figures.Count(run.Inputs, "input record")}; {Figures.Bytes(run.Info.Bytes)}{perEdge}"));
        if (run.Dropped > 0) page.AddLine((Warning, $"  {Figures.Count(run.Dropped, "row")} dropped: answers that touch them say incomplete"));
        if (run.IgnoredHeaders > 0) page.AddLine((Warning, $"  {Figures.Count(run.IgnoredHeaders, "header")} of messages could not be understood and were ignored: their records have no sender"));
        if (run.TailBytes > 0) page.AddLine((Note, $"  {Figures.Count(run.TailBytes, "byte")} behind the last whole block are not read"));
    }

    // Of several occurrences, from the fewest to the most records.
    private static string RecordsOf(OutputEntry output)
    {
        if (output.IsScalar) return "scalar";
        int fewest = output.Kept.Min(occurrence => occurrence.Count), most = output.Kept.Max(occurrence => occurrence.Count);
        return fewest == most ? Figures.Count(most) : $"{Figures.Count(fewest)} to {Figures.Count(most)}";
    }

    private static string OccurrencesOf(OutputEntry output) =>
        output.Kept.Count == output.Occurrences ? output.HowOften : $"{output.HowOften} ({Figures.Count(output.Kept.Count)} kept)";

    private static string KindOf(LineageSource source) => source.Kind switch
    {
        LineageSourceKind.File => "file",
        LineageSourceKind.Cut => $"cut at {source.CutSite?.ToString() ?? "an unknown place"}",
        _ => source.Kind.ToString().ToLowerInvariant() + (source.Type.Length > 0 ? " of " + source.Type : ""),
    };
}
