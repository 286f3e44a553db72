using System.Text;
using Weft.Store;

namespace Weft.Tool.Rendering;

/// <summary>Prints answers as graphs for Graphviz.</summary>
internal sealed class DotRenderer(TextWriter output) : IRenderer
{
    /// <inheritdoc/>
    public void Print(Listing listing) => Print(ListingPicture.Of(listing));

    /// <inheritdoc/>
    public void Print(WhyAnswer answer) => Print(WhyPicture.Of(answer));

    /// <inheritdoc/>
    public void Print(ImpactAnswer answer) => Print(ImpactPicture.Of(answer));

    private void Print(Picture picture)
    {
        var text = new StringBuilder();
        text.Append("digraph weft {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (int i = 0; i < picture.Nodes.Count; i++)
            text.Append($"  n{i} [label=\"{Escape(picture.Nodes[i].Label)}\", {AttributesOf(picture.Nodes[i].Shape)}];\n");
        foreach (PictureEdge edge in picture.Edges)
        {
            string label = edge.Label.Length > 0 ? $"label=\"{Escape(edge.Label)}\"" : "";
            string style = edge.IsSummary ? "style=dashed" : "";
            string attributes = string.Join(", ", ((string[])[label, style]).Where(attribute => attribute.Length > 0));
            text.Append($"  n{edge.From} -> n{edge.To}{(attributes.Length > 0 ? $" [{attributes}]" : "")};\n");
        }
        output.Write(text.Append("}\n"));
    }

    private static string AttributesOf(PictureShape shape) => shape switch
    {
        PictureShape.Asked => "shape=box, style=\"rounded,bold\"",
        PictureShape.Root => "shape=note",
        PictureShape.Derived => "shape=box, style=rounded",
        PictureShape.Missing => "shape=box, style=\"rounded,dashed\", color=red",
        _ => "shape=plaintext, fontcolor=red",
    };

    private static string Escape(string text) =>
        ControlCharacters.Remove(text, keepLineEnds: true).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
