using Weft.Store;
using Weft.Store.Printing;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints why a record is there.</summary>
internal sealed class WhyText(TextPage page)
{
    internal void Print(WhyAnswer answer)
    {
        page.Add(WhyPrinter.Print(answer.Graph, page.Style));
        if (answer.Graph.Verdict == LineageVerdict.Exact) page.AddLine((Text, "exact: "), (Count, Figures.Count(answer.Graph.RootCount)), (Text, answer.Graph.RootCount == 1 ? " input" : " inputs"));
        foreach (string note in answer.Notes) page.AddLine((Note, note));
        if (answer.Lines is { } lines) LinesText.Print(page, lines);
    }
}
