using Weft.Answers;

namespace Weft.Store.Printing;

/// <summary>Prints why a record is there, as the runtime prints it, in a style.</summary>
internal static class WhyPrinter
{
    internal static string Print(LineageGraph graph, TextStyle style) => GraphPrinter.Print(graph, new Adapter(style));

    private sealed class Adapter(TextStyle style) : GraphStyle
    {
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
