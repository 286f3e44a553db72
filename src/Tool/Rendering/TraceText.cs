using Weft.Store;
using Weft.Store.Events;
using Weft.Store.Events.Clocks;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints traces, and the events of one.</summary>
internal sealed class TraceText(TextPage page)
{
    internal void Print(TraceAnswer answer)
    {
        TraceSummary trace = answer.Trace;
        page.AddLine(
            (Text, "trace "), (Heading, trace.Id.ToString()), (Text, $"  {trace.Name}, {Figures.Moment(ProcessTimeline.ToUtc(trace.Begin))}, "), (Count, Durations.Of(trace.End - trace.Begin)),
            (Text, $", {Figures.Count(trace.Events, "event")} of {Figures.Count(trace.Units, "unit")} in {Processes(trace.Processes.Count)}"));
        bool isAcross = trace.Processes.Count > 1;
        page.AddTable(indent: 2, isAcross ? ["at", "event", "unit", "process", "at site", "details"] : ["at", "event", "unit", "at site", "details"], answer.Events.Select(each => Row(each, trace, isAcross)), 0);
        if (trace.Events > answer.Events.Count) page.AddLine((Note, $"  ... and {Figures.Count(trace.Events - answer.Events.Count)} later (--limit shows more, weft export all)"));
        EventsText.PrintVerdict(page, answer.Reasons.Count == 0 ? LineageVerdict.Exact : LineageVerdict.Incomplete, answer.Reasons, answer.Clocks);
    }

    internal void Print(TraceListing listing)
    {
        if (listing.Count == 0)
        {
            page.AddLine((Text, "no traces in that time"));
            return;
        }
        page.AddTable(indent: 0, ["started", "took", "events", "units", "processes", "first unit", "trace"], listing.Traces.Select(trace => new[]
        {
            page.Paint(Text, Figures.Moment(ProcessTimeline.ToUtc(trace.Begin))),
            page.Paint(Count, Durations.Of(trace.End - trace.Begin)),
            page.Paint(Count, Figures.Count(trace.Events)),
            page.Paint(Count, Figures.Count(trace.Units)),
            page.Paint(Text, string.Join(", ", trace.Processes.Select(run => run.Program).Distinct())),
            page.Paint(Text, trace.Name),
            page.Paint(Heading, trace.Id.ToString()),
        }), 1, 2, 3);
        if (listing.Count > listing.Traces.Count) page.AddLine((Note, $"... and {Figures.Count(listing.Count - listing.Traces.Count)} older (--limit shows more)"));
    }

    private string[] Row(TimedEvent each, TraceSummary trace, bool isAcross) =>
    [
        page.Paint(Count, "+" + Durations.Of(each.Time - trace.Begin)), page.Paint(Text, Figures.EventName(each)), page.Paint(Heading, each.UnitName),
        .. isAcross ? (string[])[page.Paint(Text, each.Run.Name)] : [], page.Paint(Derived, each.Site?.ToString() ?? ""), page.Paint(Note, EventsText.Details(each)),
    ];

    private static string Processes(int processes) => processes == 1 ? "1 process" : $"{processes} processes";
}
