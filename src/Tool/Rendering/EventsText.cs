using Weft.Store.Events;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>What printed answers about events have in common.</summary>
internal static class EventsText
{
    /// <summary>Columns of a table whose rows are in units, of several processes or of one.</summary>
    internal static string[] Headings(bool isAcross, params ReadOnlySpan<string> first) => isAcross ? [.. first, "unit", "process", "at site"] : [.. first, "unit", "at site"];

    /// <summary>Prints how far an answer can be relied on.</summary>
    internal static void PrintVerdict(TextPage page, LineageVerdict verdict, IReadOnlyList<string> reasons, IReadOnlyList<string> clocks)
    {
        if (verdict == LineageVerdict.Exact) page.AddLine((Text, "exact"));
        else page.AddLine((Warning, verdict == LineageVerdict.Coarse ? "coarse:" : "incomplete:"));
        foreach (string reason in reasons) page.AddLine((Warning, "  " + reason));
        foreach (string clock in clocks) page.AddLine((Note, clock));
    }

    /// <summary>What else is known of an event: what it refers to, the record, an annotation.</summary>
    internal static string Details(TimedEvent each)
    {
        var details = new List<string>();
        if (each.Key is { } key) details.Add($"{key} = {Figures.Value(each.Value)}");
        if (!each.Reference.IsNone) details.Add($"because of {each.Reference}");
        if (!each.Span.IsNone) details.Add($"record {each.Span}");
        return string.Join(", ", details);
    }
}
