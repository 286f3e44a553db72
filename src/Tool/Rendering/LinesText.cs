using Weft.Store;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints the text of input lines.</summary>
internal static class LinesText
{
    internal static void Print(TextPage page, SourceLines lines)
    {
        page.AddLine();
        int width = lines.Lines.Count > 0 ? lines.Lines.Max(line => line.Label.Length) : 0;
        foreach (SourceLine line in lines.Lines) page.AddLine((Root, line.Label.PadRight(width)), (Text, "  " + line.Text));
        foreach (string problem in lines.Problems) page.AddLine((Warning, problem));
        if (lines.Lines.Count == 0 && lines.Problems.Count == 0) page.AddLine((Note, "none of the inputs is a line of a file"));
    }
}
