using System.Text.Json;
using Weft.Store;
using Weft.Store.Runs;

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

        json.WriteStartArray("others");
        foreach (RunInfo other in answer.Others) json.WriteRun(other);
        json.WriteEndArray();
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
        json.WriteStartArray("nodes");
        if (!graph.IsSummarised)
        {
            var numbers = new Dictionary<LineageNode, int>();
            foreach (LineageNode node in graph.Nodes) numbers.Add(node, numbers.Count);
            foreach (LineageNode node in graph.Nodes) WriteNode(json, sites, node, numbers);
        }
        json.WriteEndArray();
    }

    private static void WriteNode(Utf8JsonWriter json, SitesJson sites, LineageNode node, Dictionary<LineageNode, int> numbers)
    {
        json.WriteStartObject();
        json.WriteNumber("node", numbers[node]);
        json.WriteString("kind", node.Kind.ToString().ToLowerInvariant());
        json.WriteString("label", node.Label);
        json.WriteString("span", JsonParts.Text(node.Span));
        json.WriteString("process", JsonParts.Process(node.Process));
        sites.Write(json, "site", node.Site);
        json.WriteString("source", node.Source?.Name);
        json.WriteNullableNumber("index", node.Kind == LineageNodeKind.Root ? node.Index : null);
        json.WriteBoolean("coarse", node.IsCoarse);
        json.WriteStartArray("parents");
        foreach (LineageEdge edge in node.Parents)
        {
            json.WriteStartObject();
            json.WriteNumber("node", numbers[edge.Parent]);
            sites.Write(json, "passed", edge.Passed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOperators(Utf8JsonWriter json, SitesJson sites, LineageGraph graph)
    {
        json.WriteStartArray("operators");
        foreach (LineageSummaryRow row in graph.Summary)
        {
            json.WriteStartObject();
            sites.Write(json, "site", row.Site);
            json.WriteNumber("records", row.Count);
            sites.Write(json, "passed", row.Passed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRoots(Utf8JsonWriter json, SitesJson sites, IReadOnlyList<SourceRange> ranges, int limit)
    {
        json.WriteStartArray("roots");
        foreach (IGrouping<LineageSource, SourceRange> source in ranges.GroupBy(range => range.Source))
        {
            json.WriteStartObject();
            json.WriteSourceMembers(sites, source.Key);
            json.WriteNumber("records", source.Sum(range => range.Count));
            json.WriteNumber("rangeCount", source.Count());
            json.WriteStartArray("ranges");
            foreach (SourceRange range in source.Take(limit)) json.WriteRange(range.FirstIndex, range.Count);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
