using System.Globalization;
using Weft.Store;
using Weft.Store.Impact;
using Weft.Store.Printing;
using Weft.Store.Runs;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints where input records went.</summary>
internal sealed class ImpactText(TextPage page)
{
    private const int MostRanges = 20;

    internal void Print(ImpactAnswer answer)
    {
        if (answer.Graph is { } graph) PrintTree(graph);
        else PrintSummary(answer);
        foreach (RunInfo other in answer.Others) page.AddLine((Text, "goes on in "), (Heading, other.Name));
        PrintOutputs(answer);
        if (answer.Verdict != LineageVerdict.Exact)
        {
            page.AddLine((Warning, answer.Verdict == LineageVerdict.Coarse ? "coarse:" : "incomplete:"));
            foreach (string reason in answer.Reasons) page.AddLine((Warning, "  " + reason));
        }
        if (answer.Lines is { } lines) LinesText.Print(page, lines);
    }

    private void PrintTree(ImpactGraph graph)
    {
        var printed = new HashSet<ImpactNode>();
        var open = new Stack<(ImpactNode Node, IReadOnlyList<LineageSite> Passed, TextIndent Indent, bool IsLast)>();
        foreach (ImpactNode input in graph.Nodes.Where(node => node.Kind == ImpactNodeKind.Root))
        {
            page.AddLine((Heading, input.Label), (Note, graph.EntryOf(input) is { Length: > 0 } entry ? $"  {entry}" : ""));
            Push(input, default);
            while (open.TryPop(out (ImpactNode Node, IReadOnlyList<LineageSite> Passed, TextIndent Indent, bool IsLast) item))
            {
                bool isFirst = printed.Add(item.Node);
                bool isRepeated = !isFirst && item.Node.Children.Count > 0;
                page.AddLine(
                    (Tree, item.Indent + (item.IsLast ? page.Style.LastBranch : page.Style.Branch)),
                    (item.Node.Kind == ImpactNodeKind.Output ? Root : Derived, item.Node.Label),
                    (Note, isRepeated ? $"  see {item.Node.Span} above" : item.Node.Children.Count > 1 ? $"  {item.Node.Span}" : ""),
                    (Note, item.Passed.Count > 0 ? $"  ({string.Join(", ", item.Passed)})" : ""));
                if (isFirst) Push(item.Node, item.Indent.Below(item.IsLast, page.Style));
            }
        }

        void Push(ImpactNode node, TextIndent indent)
        {
            for (int i = node.Children.Count - 1; i >= 0; i--) open.Push((node.Children[i].Child, node.Children[i].Passed, indent, i == node.Children.Count - 1));
        }
    }

    private void PrintSummary(ImpactAnswer answer)
    {
        page.AddLine((Heading, answer.Records.Label));
        if (answer.SpanCount > 1) page.AddLine((Text, $"{Figures.Count(answer.SpanCount)} records entered"));
        page.AddLine((Count, Figures.Count(answer.DerivedCount)), (Text, " records follow, too many to list; by operator:"));
        foreach (ReachedSite site in answer.Sites)
            page.AddLine((Count, Figures.Count(site.Count).PadLeft(14)), (Text, "  "), (Derived, site.Site?.ToString() ?? "an unknown place"));
    }

    private void PrintOutputs(ImpactAnswer answer)
    {
        if (answer.Outputs.Count == 0)
        {
            page.AddLine((Text, answer.OutputCount == 0 ? "reaches no output: there are none" : $"reaches none of the {Figures.Count(answer.OutputCount, "output")}"));
            return;
        }
        page.AddLine((Text, "reaches"));
        page.AddTable(indent: 2, ["output", "records", "of", "which"], answer.Outputs.Select(reached => new[]
        {
            page.Paint(Root, reached.Output.LabelOf(reached.Occurrence)) + (reached.Run == answer.Run ? "" : page.Paint(Note, $" of {reached.Run.Name}")),
            page.Paint(Count, Figures.Count(reached.Count)),
            page.Paint(Text, Figures.Count(reached.Occurrence.Count)),
            page.Paint(Text, RangesOf(reached)),
        }), 1, 2);
    }

    private static string RangesOf(ReachedOutput reached)
    {
        if (reached.Output.IsScalar) return "";
        IEnumerable<string> ranges = reached.Ranges.Take(MostRanges).Select(range => range.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"[{range.First}]")
            : string.Create(CultureInfo.InvariantCulture, $"[{range.First}..{range.First + range.Count - 1}]"));
        int more = reached.RangeCount - Math.Min(MostRanges, reached.Ranges.Count);
        return string.Join(' ', ranges) + (more > 0 ? $" and {Figures.Count(more)} more ranges" : "");
    }
}
