using System.Globalization;
using System.Text;

namespace Weft.Answers;

/// <summary>Prints an answer as a tree, or as counts by site when there are too many ancestors.</summary>
internal sealed class GraphPrinter
{
    private const int MostRootLines = 20;
    private const int FewParents = 2; // not worth a word

    private readonly StringBuilder _text = new();
    private readonly HashSet<LineageNode> _shared = [];
    private readonly HashSet<LineageNode> _printed = [];
    private int _rootLinesLeft = MostRootLines;

    internal static string Print(LineageGraph graph)
    {
        var printer = new GraphPrinter();
        if (graph.IsSummarised) printer.AppendSummary(graph);
        else printer.AppendTree(graph);
        printer.AppendVerdict(graph);
        return printer._text.ToString();
    }

    private void AppendTree(LineageGraph graph)
    {
        var seen = new HashSet<LineageNode>();
        foreach (LineageEdge edge in graph.Nodes.SelectMany(node => node.Parents))
            if (!seen.Add(edge.Parent) && edge.Parent.Parents.Count > 0) _shared.Add(edge.Parent);

        _text.Append(graph.Asked.Label).Append('\n');
        var open = new Stack<(LineageEdge Edge, string Indent, bool IsLast)>();
        Push(graph.Asked, "");
        while (open.TryPop(out (LineageEdge Edge, string Indent, bool IsLast) item))
        {
            _text.Append(item.Indent).Append(item.IsLast ? "└─ " : "├─ ");
            bool goesOn = AppendNode(item.Edge);
            if (goesOn) Push(item.Edge.Parent, item.Indent + (item.IsLast ? "   " : "│  "));
        }

        void Push(LineageNode node, string indent)
        {
            for (int i = node.Parents.Count - 1; i >= 0; i--) open.Push((node.Parents[i], indent, i == node.Parents.Count - 1));
        }
    }

    // Whether the node's parents are to follow.
    private bool AppendNode(LineageEdge edge)
    {
        LineageNode node = edge.Parent;
        bool isFirst = _printed.Add(node);
        _text.Append(node.Label);
        if (isFirst && node.Parents.Count > FewParents) _text.Append(CultureInfo.InvariantCulture, $"  {node.Parents.Count} parents");
        if (_shared.Contains(node)) _text.Append(isFirst ? $"  {node.Span}" : $"  see {node.Span} above");
        if (node.IsCoarse) _text.Append("  coarse");
        AppendPassed(edge.Passed);
        _text.Append('\n');
        return isFirst;
    }

    private void AppendSummary(LineageGraph graph)
    {
        _text.Append(graph.Asked.Label).Append('\n');
        _text.Append(CultureInfo.InvariantCulture, $"{graph.AncestorCount:N0} ancestors, too many to list; by operator and source:\n");
        foreach (LineageSummaryRow row in graph.Summary)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{row.Count,14:N0}  {Places.Name(row.Site)}");
            AppendPassed(row.Passed);
            _text.Append('\n');
        }
        foreach (IGrouping<LineageSource, RootRange> ranges in graph.RootRanges.GroupBy(range => range.Source))
        {
            RootRange first = ranges.First();
            _text.Append(CultureInfo.InvariantCulture, $"{ranges.Sum(range => range.Count),14:N0}  records of {ranges.Key.Name}, first {first.Source.NameOf(first.FirstIndex, first.Count)}\n");
            if (--_rootLinesLeft > 0) continue;
            _text.Append("                ... and of further sources\n");
            break;
        }
    }

    private void AppendPassed(IReadOnlyList<LineageSite> passed)
    {
        if (passed.Count > 0) _text.Append("  (").AppendJoin(", ", passed).Append(')');
    }

    private void AppendVerdict(LineageGraph graph)
    {
        if (graph.Verdict == LineageVerdict.Exact) return;
        _text.Append(graph.Verdict == LineageVerdict.Coarse ? "coarse" : "incomplete").Append(":\n");
        foreach (string reason in graph.Reasons) _text.Append("  ").Append(reason).Append('\n');
    }
}
