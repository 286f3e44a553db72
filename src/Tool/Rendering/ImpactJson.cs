using System.Text.Json;
using Weft.Store;
using Weft.Store.Catalogue;
using Weft.Store.Impact;
using Weft.Store.Runs;

namespace Weft.Tool.Rendering;

/// <summary>Writes where input records went.</summary>
internal static class ImpactJson
{
    internal static void Write(Utf8JsonWriter json, SitesJson sites, ImpactAnswer answer)
    {
        json.WriteRun("run", answer.Run);
        json.WriteStartObject("asked");
        json.WriteString("label", answer.Records.Label);
        json.WriteNullableNumber("index", answer.Records.Index);
        json.WriteNumber("entered", answer.SpanCount);
        json.WriteStartArray("sources");
        foreach (SourceEntry source in answer.Records.Sources)
        {
            json.WriteStartObject();
            json.WriteSourceMembers(sites, source.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartArray("others");
        foreach (RunInfo other in answer.Others) json.WriteRun(other);
        json.WriteEndArray();
        json.WriteVerdict(answer.Verdict, answer.Reasons);
        WriteOutputs(json, sites, answer);
        json.WriteNumber("derivedCount", answer.DerivedCount);
        json.WriteStartArray("operators");
        foreach (ReachedSite site in answer.Sites)
        {
            json.WriteStartObject();
            sites.Write(json, "site", site.Site);
            json.WriteNumber("records", site.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("summarised", answer.Graph is null);
        WriteNodes(json, sites, answer.Graph);
        if (answer.Lines is { } lines) json.WriteLines(lines);
    }

    private static void WriteOutputs(Utf8JsonWriter json, SitesJson sites, ImpactAnswer answer)
    {
        json.WriteNumber("outputCount", answer.OutputCount);
        json.WriteStartArray("outputs");
        foreach (ReachedOutput reached in answer.Outputs)
        {
            json.WriteStartObject();
            json.WriteString("output", reached.Output.Name);
            json.WriteString("run", reached.Run.Name);
            json.WriteNumber("occurrence", reached.Occurrence.Number);
            sites.Write(json, "site", reached.Output.Site);
            json.WriteNumber("records", reached.Count);
            json.WriteNumber("of", reached.Occurrence.Count);
            json.WriteNumber("rangeCount", reached.RangeCount);
            json.WriteStartArray("ranges");
            foreach ((int first, int count) in reached.Ranges) json.WriteRange(first, count);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // An edge names its child's number.
    private static void WriteNodes(Utf8JsonWriter json, SitesJson sites, ImpactGraph? graph)
    {
        json.WriteStartArray("nodes");
        var numbers = new Dictionary<ImpactNode, int>();
        foreach (ImpactNode node in graph?.Nodes ?? []) numbers.Add(node, numbers.Count);
        foreach (ImpactNode node in graph?.Nodes ?? [])
        {
            json.WriteStartObject();
            json.WriteNumber("node", numbers[node]);
            json.WriteString("kind", node.Kind.ToString().ToLowerInvariant());
            json.WriteString("label", node.Label);
            json.WriteString("span", JsonParts.Text(node.Span));
            sites.Write(json, "site", node.Site);
            json.WriteStartArray("children");
            foreach ((ImpactNode child, IReadOnlyList<LineageSite> passed) in node.Children)
            {
                json.WriteStartObject();
                json.WriteNumber("node", numbers[child]);
                sites.Write(json, "passed", passed);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
