using Weft.Store;
using Weft.Store.Events;
using Weft.Store.Printing;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints why a record is there.</summary>
internal sealed class WhyText(TextPage page)
{
    internal void Print(WhyAnswer answer)
    {
        page.Add(WhyPrinter.Print(answer.Graph, page.Style, answer.Times is { } known ? node => TimeOf(known, node) : null));
        if (answer.Graph.Verdict == LineageVerdict.Exact) page.AddLine((Text, "exact: "), (Count, Figures.Count(answer.Graph.RootCount)), (Text, answer.Graph.RootCount == 1 ? " input" : " inputs"));
        foreach (string note in answer.Notes) page.AddLine((Note, note));
        if (answer.Times is { } times) PrintTimes(times);
        if (answer.Lines is { } lines) LinesText.Print(page, lines);
    }

    private void PrintTimes(RecordTimes times)
    {
        if (times.IsEmpty) page.AddLine((Note, "no event tells when these records were there"));
        foreach (string reason in times.Reasons) page.AddLine((Warning, "times: " + reason));
        foreach (string clock in times.Clocks) page.AddLine((Note, clock));
    }

    // When it was there since the first of them was, how long after its inputs, and what that was spent with.
    private static string? TimeOf(RecordTimes times, LineageNode node)
    {
        if (times.Of(node) is not { } time) return null;
        string at = $"at +{Durations.Of(time.Event.Time - times.Begin)}";
        if (time.Since is not { } since) return at;
        const int Most = 4;
        IEnumerable<string> spent = time.Spent.Take(Most).Select(row => $"{Durations.Of(row.Duration)} {row.Stretch.What}{(row.Stretch.Site is { } site ? " " + site : "")}");
        string more = time.Spent.Count > Most ? ", ..." : "";
        return $"{at}, {Durations.Of(since)} after its inputs{(time.Spent.Count > 0 ? ": " : "")}{string.Join(", ", spent)}{more}";
    }
}
