using System.Text;
using Weft.Store;

namespace Weft.Tool.Rendering;

/// <summary>Prints answers as graphs for Mermaid.</summary>
internal sealed class MermaidRenderer(TextWriter output) : IRenderer
{
    /// <inheritdoc/>
    public void Print(Listing listing) => Print(ListingPicture.Of(listing));

    /// <inheritdoc/>
    public void Print(WhyAnswer answer) => Print(WhyPicture.Of(answer));

    /// <inheritdoc/>
    public void Print(ImpactAnswer answer) => Print(ImpactPicture.Of(answer));

    private void Print(Picture picture)
    {
        var text = new StringBuilder("flowchart LR\n");
        for (int i = 0; i < picture.Nodes.Count; i++)
        {
            (string open, string close) = BracketsOf(picture.Nodes[i].Shape);
            text.Append($"  n{i}{open}\"{Escape(picture.Nodes[i].Label)}\"{close}\n");
        }
        foreach (PictureEdge edge in picture.Edges)
        {
            string arrow = edge.IsSummary ? "-.->" : "-->";
            string label = edge.Label.Length > 0 ? $"|\"{Escape(edge.Label)}\"|" : "";
            text.Append($"  n{edge.From} {arrow}{label} n{edge.To}\n");
        }
        output.Write(text);
    }

    private static (string Open, string Close) BracketsOf(PictureShape shape) => shape switch
    {
        PictureShape.Asked => ("([", "])"),
        PictureShape.Root => ("[/", "/]"),
        PictureShape.Derived => ("(", ")"),
        PictureShape.Missing => ("{{", "}}"),
        _ => ("[", "]"),
    };

    // Mermaid reads entity codes in quoted text: #quot; is a quotation mark.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in ControlCharacters.Remove(text, keepLineEnds: true))
        {
            escaped.Append(c switch
            {
                '"' => "#quot;",
                '#' => "#35;",
                '<' => "#lt;",
                '>' => "#gt;",
                '&' => "#amp;",
                '`' => "#96;",
                '\n' => "<br>",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }
}
