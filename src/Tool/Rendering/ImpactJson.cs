using System.Text.Json;
using Weft.Store;
using Weft.Store.Impact;

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
        json.WriteObjects("sources", answer.Records.Sources, source => json.WriteSourceMembers(sites, source.Source));
        json.WriteEndObject();

        json.WriteObjects("others", answer.Others, json.WriteRunMembers);
        json.WriteVerdict(answer.Verdict, answer.Reasons);
        WriteOutputs(json, sites, answer);
        json.WriteNumber("derivedCount", answer.DerivedCount);
        json.WriteObjects("operators", answer.Sites, site =>
        {
            sites.Write(json, "site", site.Site);
            json.WriteNumber("records", site.Count);
        });
        json.WriteBoolean("summarised", answer.Graph is null);
        WriteNodes(json, sites, answer.Graph);
        if (answer.Lines is { } lines) json.WriteLines(lines);
    }

    private static void WriteOutputs(Utf8JsonWriter json, SitesJson sites, ImpactAnswer answer)
    {
        json.WriteNumber("outputCount", answer.OutputCount);
        json.WriteObjects("outputs", answer.Outputs, reached =>
        {
            json.WriteString("output", reached.Output.Name);
            json.WriteString("run", reached.Run.Name);
            json.WriteNumber("occurrence", reached.Occurrence.Number);
            sites.Write(json, "site", reached.Output.Site);
            json.WriteNumber("records", reached.Count);
            json.WriteNumber("of", reached.Occurrence.Count);
            json.WriteNumber("rangeCount", reached.RangeCount);
            json.WriteObjects("ranges", reached.Ranges, range => json.WriteRangeMembers(range.First, range.Count));
        });
    }

    // An edge names its child's number.
    private static void WriteNodes(Utf8JsonWriter json, SitesJson sites, ImpactGraph? graph)
    {
        var numbers = new Dictionary<ImpactNode, int>();
        foreach (ImpactNode node in graph?.Nodes ?? []) numbers.Add(node, numbers.Count);
        json.WriteObjects("nodes", graph?.Nodes ?? [], node =>
        {
            json.WriteNumber("node", numbers[node]);
            json.WriteString("kind", node.Kind.ToString().ToLowerInvariant());
            json.WriteString("label", node.Label);
            json.WriteString("span", JsonParts.Text(node.Span));
            sites.Write(json, "site", node.Site);
            json.WriteObjects("children", node.Children, each =>
            {
                (ImpactNode child, IReadOnlyList<LineageSite> passed) = each;
                json.WriteNumber("node", numbers[child]);
                sites.Write(json, "passed", passed);
            });
        });
    }
}
