using Weft.Store;

namespace Weft.Tool.Rendering;

/// <summary>Draws why a record is there.</summary>
internal static class WhyPicture
{
    internal static Picture Of(WhyAnswer answer)
    {
        var nodes = new List<PictureNode>();
        var edges = new List<PictureEdge>();
        if (answer.Graph.IsSummarised) DrawSummary(answer, nodes, edges);
        else DrawGraph(answer.Graph, nodes, edges);
        foreach (string reason in answer.Graph.Reasons)
        {
            edges.Add(new PictureEdge(nodes.Count, 0, "", IsSummary: true));
            nodes.Add(new PictureNode(PictureShape.Remark, $"{answer.Graph.Verdict.ToString().ToLowerInvariant()}: {reason}"));
        }
        return new Picture(nodes, edges);
    }

    private static void DrawGraph(LineageGraph graph, List<PictureNode> nodes, List<PictureEdge> edges)
    {
        var numbers = new Dictionary<LineageNode, int>();
        foreach (LineageNode node in graph.Nodes)
        {
            numbers.Add(node, nodes.Count);
            nodes.Add(new PictureNode(ShapeOf(node.Kind), node.IsCoarse ? node.Label + "\n(coarse)" : node.Label));
        }
        foreach (LineageNode node in graph.Nodes)
            foreach (LineageEdge edge in node.Parents) edges.Add(new PictureEdge(numbers[edge.Parent], numbers[node], string.Join("\n", edge.Passed)));
    }

    private static void DrawSummary(WhyAnswer answer, List<PictureNode> nodes, List<PictureEdge> edges)
    {
        nodes.Add(new PictureNode(PictureShape.Asked, $"{answer.Graph.Asked.Label}\n{Figures.Count(answer.Graph.AncestorCount, "ancestor")}"));
        foreach (LineageSummaryRow row in answer.Graph.Summary)
            Add(PictureShape.Derived, $"{row.Site?.ToString() ?? "an unknown place"}\n{Figures.Count(row.Count, "record")}");
        foreach (IGrouping<LineageSource, SourceRange> source in answer.Roots.GroupBy(range => range.Source))
            Add(PictureShape.Root, $"{source.Key.Name}\n{Figures.Count(source.Sum(range => range.Count), "record")}");

        void Add(PictureShape shape, string label)
        {
            edges.Add(new PictureEdge(nodes.Count, 0, "", IsSummary: true));
            nodes.Add(new PictureNode(shape, label));
        }
    }

    private static PictureShape ShapeOf(LineageNodeKind kind) => kind switch
    {
        LineageNodeKind.Asked => PictureShape.Asked,
        LineageNodeKind.Root => PictureShape.Root,
        LineageNodeKind.Derived => PictureShape.Derived,
        _ => PictureShape.Missing,
    };
}
