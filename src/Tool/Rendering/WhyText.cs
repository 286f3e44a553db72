using Weft.Store;
using Weft.Store.Printing;
using Weft.Store.Runs;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints why a record is there.</summary>
internal sealed class WhyText(TextPage page)
{
    internal void Print(WhyAnswer answer)
    {
        page.Add(WhyPrinter.Print(answer.Graph, page.Style));
        if (answer.Record.Output.Occurrences > 1)
            page.AddLine((Note, $"{answer.Record.Output.Name} was made {answer.Record.Output.HowOften} times; this is {answer.Record.Output.Name}#{answer.Record.Occurrence.Number}"));
        if (answer.Run.State is RunState.Abrupt or RunState.Failed or RunState.Unfinished)
            page.AddLine((Note, $"run {answer.Run.Name} {Figures.State(answer.Run.State)}"));
        if (answer.Lines is { } lines) LinesText.Print(page, lines);
    }
}
