using System.Text.Json;
using Weft.Store;
using Weft.Store.Catalogue;

namespace Weft.Tool.Rendering;

/// <summary>Writes the runs of a folder, and one of them in detail.</summary>
internal static class ListingJson
{
    internal static void Write(Utf8JsonWriter json, SitesJson sites, Listing listing, int limit)
    {
        json.WriteString("folder", listing.Folder.Path);
        json.WriteNumber("runCount", listing.Folder.Count);
        json.WriteObjects("runs", listing.Runs, json.WriteRunMembers);

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
        json.WriteObjects("outputs", detail.Outputs.Take(limit), output => WriteOutput(json, sites, output, limit));

        json.WriteNumber("unkeptOutputs", detail.UnkeptOutputs);

        json.WriteNumber("sourceCount", detail.Sources.Count);
        json.WriteObjects("sources", detail.Sources.Take(limit), source =>
        {
            json.WriteSourceMembers(sites, source.Source);
            json.WriteNumber("records", source.Records);
        });

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
        json.WriteString("name", output.Name);
        sites.Write(json, "site", output.Site);
        json.WriteBoolean("scalar", output.IsScalar);
        json.WriteNumber("occurrences", output.Occurrences);
        json.WriteBoolean("atLeast", output.IsAtLeast);
        json.WriteNumber("keptCount", output.Kept.Count);
        json.WriteObjects("kept", output.Kept.Take(limit), occurrence =>
        {
            json.WriteNumber("occurrence", occurrence.Number);
            json.WriteNumber("records", occurrence.Count);
        });
    }
}
