using System.Text.Json;
using Weft.Store;

namespace Weft.Tool.Rendering;

/// <summary>Writes why a record is there.</summary>
internal static class WhyJson
{
    internal static void Write(Utf8JsonWriter json, SitesJson sites, WhyAnswer answer, int limit)
    {
        LineageGraph graph = answer.Graph;
        json.WriteRun("run", answer.Run);
        json.WriteStartObject("asked");
        json.WriteString("label", answer.Record.Label);
        json.WriteString("output", answer.Record.Output.Name);
        json.WriteNumber("occurrence", answer.Record.Occurrence.Number);
        json.WriteNumber("index", answer.Record.Index);
        json.WriteString("span", JsonParts.Text(graph.Asked.Span));
        sites.Write(json, "site", answer.Record.Output.Site);
        json.WriteEndObject();

        json.WriteObjects("others", answer.Others, json.WriteRunMembers);
        json.WriteVerdict(graph.Verdict, graph.Reasons);
        json.WriteStrings("notes", answer.Notes);
        json.WriteNumber("ancestorCount", graph.AncestorCount);
        json.WriteNumber("rootCount", graph.RootCount);
        json.WriteBoolean("summarised", graph.IsSummarised);
        WriteNodes(json, sites, graph);
        WriteOperators(json, sites, graph);
        WriteRoots(json, sites, answer.Roots, limit);
        if (answer.Lines is { } lines) json.WriteLines(lines);
        EventsJson.WriteTimes(json, sites, answer);
    }

    // The record asked about is node 0; an edge names its parent's number.
    private static void WriteNodes(Utf8JsonWriter json, SitesJson sites, LineageGraph graph)
    {
        IReadOnlyList<LineageNode> nodes = graph.IsSummarised ? [] : graph.Nodes;
        var numbers = new Dictionary<LineageNode, int>();
        foreach (LineageNode node in nodes) numbers.Add(node, numbers.Count);
        json.WriteObjects("nodes", nodes, node => WriteNode(json, sites, node, numbers));
    }

    private static void WriteNode(Utf8JsonWriter json, SitesJson sites, LineageNode node, Dictionary<LineageNode, int> numbers)
    {
        json.WriteNumber("node", numbers[node]);
        json.WriteString("kind", node.Kind.ToString().ToLowerInvariant());
        json.WriteString("label", node.Label);
        json.WriteString("span", JsonParts.Text(node.Span));
        json.WriteString("process", JsonParts.Process(node.Process));
        sites.Write(json, "site", node.Site);
        json.WriteString("source", node.Source?.Name);
        json.WriteNullableNumber("index", node.Kind == LineageNodeKind.Root ? node.Index : null);
        json.WriteBoolean("coarse", node.IsCoarse);
        json.WriteObjects("parents", node.Parents, edge =>
        {
            json.WriteNumber("node", numbers[edge.Parent]);
            sites.Write(json, "passed", edge.Passed);
        });
    }

    private static void WriteOperators(Utf8JsonWriter json, SitesJson sites, LineageGraph graph)
    {
        json.WriteObjects("operators", graph.Summary, row =>
        {
            sites.Write(json, "site", row.Site);
            json.WriteNumber("records", row.Count);
            sites.Write(json, "passed", row.Passed);
        });
    }

    private static void WriteRoots(Utf8JsonWriter json, SitesJson sites, IReadOnlyList<SourceRange> ranges, int limit)
    {
        json.WriteObjects("roots", ranges.GroupBy(range => range.Source), source =>
        {
            json.WriteSourceMembers(sites, source.Key);
            json.WriteNumber("records", source.Sum(range => range.Count));
            json.WriteNumber("rangeCount", source.Count());
            json.WriteObjects("ranges", source.Take(limit), range => json.WriteRangeMembers(range.FirstIndex, range.Count));
        });
    }
}
