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
    private readonly GraphStyle _style;
    private int _rootLinesLeft = MostRootLines;

    private GraphPrinter(GraphStyle style) => _style = style;

    internal static string Print(LineageGraph graph) => Print(graph, GraphStyle.Plain);

    internal static string Print(LineageGraph graph, GraphStyle style)
    {
        var printer = new GraphPrinter(style);
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

        Append(GraphPart.Asked, graph.Asked.Label);
        AppendNote(graph.Asked);
        _text.Append('\n');
        var open = new Stack<(LineageEdge Edge, TreeIndent Indent, bool IsLast)>();
        Push(graph.Asked, TreeIndent.Top);
        while (open.TryPop(out (LineageEdge Edge, TreeIndent Indent, bool IsLast) item))
        {
            Append(GraphPart.Tree, item.Indent + (item.IsLast ? _style.LastBranch : _style.Branch));
            bool goesOn = AppendNode(item.Edge);
            if (goesOn) Push(item.Edge.Parent, item.Indent.Below(item.IsLast ? _style.Gap : _style.Stem));
        }

        void Push(LineageNode node, TreeIndent indent)
        {
            for (int i = node.Parents.Count - 1; i >= 0; i--) open.Push((node.Parents[i], indent, i == node.Parents.Count - 1));
        }
    }

    // Whether the node's parents are to follow.
    private bool AppendNode(LineageEdge edge)
    {
        LineageNode node = edge.Parent;
        bool isFirst = _printed.Add(node);
        Append(PartOf(node.Kind), node.Label);
        if (isFirst && node.Parents.Count > FewParents) Append(GraphPart.Note, string.Create(CultureInfo.InvariantCulture, $"  {node.Parents.Count} parents"));
        if (_shared.Contains(node)) Append(GraphPart.Note, isFirst ? $"  {NameOf(node)}" : $"  see {NameOf(node)} above");
        if (node.IsCoarse) Append(GraphPart.Verdict, "  coarse");
        AppendPassed(edge.Passed);
        if (isFirst) AppendNote(node);
        _text.Append('\n');
        return isFirst;
    }

    private void AppendNote(LineageNode node)
    {
        if (_style.NoteOf(node) is { } note) Append(GraphPart.Note, "  " + note);
    }

    private static string NameOf(LineageNode node) => node.Process == 0 ? node.Span.ToString() : $"{node.Span} of {LineageSource.NameOfProcess(node.Process)}";

    private static GraphPart PartOf(LineageNodeKind kind) => kind switch
    {
        LineageNodeKind.Asked => GraphPart.Asked,
        LineageNodeKind.Root => GraphPart.Root,
        LineageNodeKind.Derived => GraphPart.Derived,
        _ => GraphPart.Missing,
    };

    private void AppendSummary(LineageGraph graph)
    {
        Append(GraphPart.Asked, graph.Asked.Label).Append('\n');
        Append(GraphPart.Count, string.Create(CultureInfo.InvariantCulture, $"{graph.AncestorCount:N0}"));
        Append(GraphPart.Text, " ancestors, too many to list; by operator and source:").Append('\n');
        foreach (LineageSummaryRow row in graph.Summary)
        {
            AppendCount(row.Count);
            Append(GraphPart.Derived, Places.Name(row.Site));
            AppendPassed(row.Passed);
            _text.Append('\n');
        }
        foreach (IGrouping<LineageSource, RootRange> ranges in graph.RootRanges.GroupBy(range => range.Source))
        {
            RootRange first = ranges.First();
            AppendCount(ranges.Sum(range => range.Count));
            Append(GraphPart.Text, "records of ");
            Append(GraphPart.Root, ranges.Key.Name);
            Append(GraphPart.Text, ", first " + first.Source.NameOf(first.FirstIndex, first.Count)).Append('\n');
            if (--_rootLinesLeft > 0) continue;
            Append(GraphPart.Text, "                ... and of further sources").Append('\n');
            break;
        }
    }

    private void AppendCount(long count) => Append(GraphPart.Count, string.Create(CultureInfo.InvariantCulture, $"{count,14:N0}")).Append("  ");

    private void AppendPassed(IReadOnlyList<LineageSite> passed)
    {
        if (passed.Count > 0) Append(GraphPart.Note, $"  ({string.Join(", ", passed)})");
    }

    private void AppendVerdict(LineageGraph graph)
    {
        if (graph.Verdict == LineageVerdict.Exact) return;
        Append(GraphPart.Verdict, graph.Verdict == LineageVerdict.Coarse ? "coarse:" : "incomplete:").Append('\n');
        foreach (string reason in graph.Reasons) Append(GraphPart.Verdict, "  " + reason).Append('\n');
    }

    private StringBuilder Append(GraphPart part, string text) => _text.Append(_style.Paint(part, text));
}
