using System.Text.Json;
using Weft.Store;
using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Tool.Rendering;

/// <summary>Writes the runs of a folder, and one of them in detail.</summary>
internal static class ListingJson
{
    internal static void Write(Utf8JsonWriter json, SitesJson sites, Listing listing, int limit)
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
        WriteDetail(json, sites, detail, limit);
        json.WriteEndObject();
    }

    private static void WriteDetail(Utf8JsonWriter json, SitesJson sites, RunDetail detail, int limit)
    {
        json.WriteNumber("outputCount", detail.Outputs.Count);
        json.WriteStartArray("outputs");
        foreach (OutputEntry output in detail.Outputs.Take(limit)) WriteOutput(json, sites, output, limit);
        json.WriteEndArray();

        json.WriteNumber("unkeptOutputs", detail.UnkeptOutputs);

        json.WriteNumber("sourceCount", detail.Sources.Count);
        json.WriteStartArray("sources");
        foreach (SourceEntry source in detail.Sources.Take(limit))
        {
            json.WriteStartObject();
            json.WriteSourceMembers(sites, source.Source);
            json.WriteNumber("records", source.Records);
            json.WriteEndObject();
        }
        json.WriteEndArray();

        json.WriteNumber("roots", detail.Inputs);
        json.WriteNumber("derived", detail.Derived);
        json.WriteNumber("edges", detail.Edges);
        json.WriteNumber("dropped", detail.Dropped);
        json.WriteNumber("tailBytes", detail.TailBytes);
        json.WriteNumber("ignoredHeaders", detail.IgnoredHeaders);
        json.WriteStrings("damages", detail.Damages);
    }

    private static void WriteOutput(Utf8JsonWriter json, SitesJson sites, OutputEntry output, int limit)
    {
        json.WriteStartObject();
        json.WriteString("name", output.Name);
        sites.Write(json, "site", output.Site);
        json.WriteBoolean("scalar", output.IsScalar);
        json.WriteNumber("occurrences", output.Occurrences);
        json.WriteBoolean("atLeast", output.IsAtLeast);
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
