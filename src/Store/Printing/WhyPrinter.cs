using Weft.Answers;

namespace Weft.Store.Printing;

/// <summary>Prints why a record is there, as the runtime prints it, in a style.</summary>
internal static class WhyPrinter
{
    /// <param name="graph">The answer.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="noteOf">What else is to be said of a record, or null.</param>
    internal static string Print(LineageGraph graph, TextStyle style, Func<LineageNode, string?>? noteOf = null) => GraphPrinter.Print(graph, new Adapter(style, noteOf));

    private sealed class Adapter(TextStyle style, Func<LineageNode, string?>? noteOf) : GraphStyle
    {
        internal override string? NoteOf(LineageNode node) => noteOf?.Invoke(node);

        internal override string Branch => style.Branch;

        internal override string LastBranch => style.LastBranch;

        internal override string Stem => style.Stem;

        internal override string Gap => style.Gap;

        internal override string Paint(GraphPart part, string text) => style.Paint(PartOf(part), text);

        private static TextPart PartOf(GraphPart part) => part switch
        {
            GraphPart.Tree => TextPart.Tree,
            GraphPart.Asked => TextPart.Heading,
            GraphPart.Root => TextPart.Root,
            GraphPart.Derived => TextPart.Derived,
            GraphPart.Missing or GraphPart.Verdict => TextPart.Warning,
            GraphPart.Count => TextPart.Count,
            GraphPart.Note => TextPart.Note,
            _ => TextPart.Text,
        };
    }
}
