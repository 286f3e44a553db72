using System.Text.Json;
using Weft.Store;
using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Tool.Rendering;

/// <summary>Writes the runs of a folder, and one of them in detail.</summary>
internal static class ListingJson
{
    internal static void Write(Utf8JsonWriter json, Listing listing, int limit)
    {
        json.WriteString("folder", listing.Folder.Path);
        json.WriteNumber("runCount", listing.Folder.Count);
        json.WriteStartArray("runs");
        foreach (RunInfo run in listing.Runs)
        {
            json.WriteStartObject();
            json.WriteRunMembers(run);
            json.WriteEndObject();
        }
        json.WriteEndArray();

        if (listing.Detail is not { } detail)
        {
            json.WriteNull("run");
            return;
        }
        json.WriteStartObject("run");
        json.WriteRunMembers(detail.Info);
        WriteDetail(json, detail, limit);
        json.WriteEndObject();
    }

    private static void WriteDetail(Utf8JsonWriter json, RunDetail detail, int limit)
    {
        json.WriteNumber("outputCount", detail.Catalogue.Outputs.Count);
        json.WriteStartArray("outputs");
        foreach (OutputEntry output in detail.Catalogue.Outputs.Take(limit)) WriteOutput(json, output, limit);
        json.WriteEndArray();

        json.WriteNumber("sourceCount", detail.Catalogue.Sources.Count);
        json.WriteStartArray("sources");
        for (int i = 0; i < detail.Catalogue.Sources.Count && i < limit; i++)
        {
            json.WriteStartObject();
            json.WriteSourceMembers(detail.Catalogue.Sources[i].Source);
            json.WriteNumber("records", detail.RootsBySource[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();

        json.WriteNumber("inputRecords", detail.Counts.Roots);
        json.WriteNumber("derivedRecords", detail.Counts.Derived);
        json.WriteNumber("edges", detail.Counts.Edges);
        json.WriteNumber("dropped", detail.Dropped);
        json.WriteNumber("tailBytes", detail.TailBytes);
        json.WriteStrings("damages", detail.Damages);
    }

    private static void WriteOutput(Utf8JsonWriter json, OutputEntry output, int limit)
    {
        json.WriteStartObject();
        json.WriteString("name", output.Name);
        json.WriteSite("site", output.Site);
        json.WriteBoolean("scalar", output.IsScalar);
        json.WriteNumber("occurrences", output.Occurrences);
        json.WriteNumber("keptCount", output.Kept.Count);
        json.WriteStartArray("kept");
        foreach (OutputOccurrence occurrence in output.Kept.Take(limit))
        {
            json.WriteStartObject();
            json.WriteNumber("occurrence", occurrence.Number);
            json.WriteNumber("records", occurrence.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
