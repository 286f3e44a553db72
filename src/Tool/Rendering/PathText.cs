using System.Globalization;
using Weft.Store;
using Weft.Store.Events;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints what an output had to wait for.</summary>
internal sealed class PathText(TextPage page, int limit)
{
    internal void Print(PathAnswer answer)
    {
        CriticalPath path = answer.Path;
        long whole = path.End.Time - path.First.Time;
        page.AddLine((Heading, answer.Record.Label), (Text, " was made "), (Count, Durations.Of(whole)), (Text, $" after {Figures.EventName(path.First)} of {path.First.UnitName}"));
        bool isAcross = path.Runs.Count > 1;
        if (path.IsSummarised) page.AddLine((Count, Figures.Count(path.StepCount)), (Text, " steps, too many to list (--limit); by what and where:"));
        else PrintSteps(path, isAcross);
        if (path.IsSummarised || path.Stretches.Count < path.StepCount) PrintStretches(path, whole, isAcross);
        EventsText.PrintVerdict(page, path.Verdict, path.Reasons, answer.Clocks);
    }

    private void PrintSteps(CriticalPath path, bool isAcross) =>
        page.AddTable(indent: 2, EventsText.Headings(isAcross, "at", "for", "what"), path.Steps.Select(step => Row(
            page.Paint(Note, "+" + Durations.Of(step.From.Time - path.First.Time)), page.Paint(Count, Durations.Of(step.Duration)), PathStretch.Of(step), isAcross)), 0, 1);

    private void PrintStretches(CriticalPath path, long whole, bool isAcross)
    {
        if (!path.IsSummarised) page.AddLine((Text, "in all"));
        page.AddTable(indent: 2, EventsText.Headings(isAcross, "part", "for", "what"), path.Stretches.Take(limit).Select(row => Row(
            page.Paint(Note, Share(row.Duration, whole)), page.Paint(Count, Durations.Of(row.Duration)), row.Stretch, isAcross)), 0, 1);
        if (path.Stretches.Count > limit) page.AddLine((Note, $"  ... and {Figures.Count(path.Stretches.Count - limit)} more (--limit shows more)"));
    }

    private string[] Row(string first, string second, PathStretch stretch, bool isAcross) =>
    [
        first, second, page.Paint(Text, stretch.What), page.Paint(Heading, stretch.Unit), .. isAcross ? (string[])[page.Paint(Text, stretch.Process)] : [],
        page.Paint(Derived, stretch.Site?.ToString() ?? ""),
    ];

    private static string Share(long part, long whole) => whole <= 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0} %");
}
