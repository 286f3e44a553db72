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
            page.AddLine((Note, $"{answer.Record.Output.Name} was made {Figures.Count(answer.Record.Output.Occurrences)} times; this is {answer.Record.Output.Name}#{answer.Record.Occurrence.Number}"));
        if (answer.Run.State is RunState.Abrupt or RunState.Failed or RunState.Unfinished)
            page.AddLine((Note, $"run {answer.Run.Name} {Figures.State(answer.Run.State)}"));
        if (answer.Lines is { } lines) Print(lines);
    }

    private void Print(SourceLines lines)
    {
        page.AddLine();
        int width = lines.Lines.Count > 0 ? lines.Lines.Max(line => line.Label.Length) : 0;
        foreach (SourceLine line in lines.Lines) page.AddLine((Root, line.Label.PadRight(width)), (Text, "  " + line.Text));
        foreach (string problem in lines.Problems) page.AddLine((Warning, problem));
        if (lines.Lines.Count == 0 && lines.Problems.Count == 0) page.AddLine((Note, "no input line of a file is among the ancestors"));
    }
}
