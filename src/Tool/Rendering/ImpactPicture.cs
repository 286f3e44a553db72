using Weft.Store;
using Weft.Store.Impact;

namespace Weft.Tool.Rendering;

/// <summary>Draws where input records went.</summary>
internal static class ImpactPicture
{
    internal static Picture Of(ImpactAnswer answer)
    {
        var nodes = new List<PictureNode>();
        var edges = new List<PictureEdge>();
        if (answer.Graph is { } graph) DrawGraph(graph, nodes, edges);
        else DrawSummary(answer, nodes, edges);
        foreach (string reason in answer.Reasons)
        {
            edges.Add(new PictureEdge(0, nodes.Count, "", IsSummary: true));
            nodes.Add(new PictureNode(PictureShape.Remark, $"{answer.Verdict.ToString().ToLowerInvariant()}: {reason}"));
        }
        return new Picture(nodes, edges);
    }

    private static void DrawGraph(ImpactGraph graph, List<PictureNode> nodes, List<PictureEdge> edges)
    {
        var numbers = new Dictionary<ImpactNode, int>();
        foreach (ImpactNode node in graph.Nodes)
        {
            numbers.Add(node, nodes.Count);
            nodes.Add(new PictureNode(ShapeOf(node.Kind), node.Kind == ImpactNodeKind.Root && graph.EntryOf(node) is { Length: > 0 } entry ? $"{node.Label}\n{entry}" : node.Label));
        }
        foreach (ImpactNode node in graph.Nodes)
            foreach ((ImpactNode child, IReadOnlyList<LineageSite> passed) in node.Children) edges.Add(new PictureEdge(numbers[node], numbers[child], string.Join("\n", passed)));
    }

    private static void DrawSummary(ImpactAnswer answer, List<PictureNode> nodes, List<PictureEdge> edges)
    {
        nodes.Add(new PictureNode(PictureShape.Root, $"{answer.Records.Label}\n{Figures.Count(answer.SpanCount, "record")}"));
        foreach (ReachedSite site in answer.Sites) Add(PictureShape.Derived, $"{site.Site?.ToString() ?? "an unknown place"}\n{Figures.Count(site.Count, "record")}");
        foreach (ReachedOutput reached in answer.Outputs)
            Add(PictureShape.Asked, $"{reached.Output.LabelOf(reached.Occurrence)}\n{Figures.Count(reached.Count)} of {Figures.Count(reached.Occurrence.Count, "record")}");

        void Add(PictureShape shape, string label)
        {
            edges.Add(new PictureEdge(0, nodes.Count, "", IsSummary: true));
            nodes.Add(new PictureNode(shape, label));
        }
    }

    private static PictureShape ShapeOf(ImpactNodeKind kind) => kind switch
    {
        ImpactNodeKind.Root => PictureShape.Root,
        ImpactNodeKind.Derived => PictureShape.Derived,
        _ => PictureShape.Asked,
    };
}
