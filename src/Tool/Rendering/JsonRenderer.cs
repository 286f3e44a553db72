using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weft.Store;

namespace Weft.Tool.Rendering;

/// <summary>Prints answers as JSON; docs/tool.md is the schema.</summary>
internal sealed class JsonRenderer(TextWriter output, int limit) : IRenderer, IEventRenderer
{
    /// <summary>The version of the schema. It grows when a member changes its meaning or goes; new members may come without.</summary>
    private const int SchemaVersion = 1;

    // Relaxed: paths and operators read better without \u003C, and nobody puts this into HTML unescaped.
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Print(Listing listing) => Write("ls", (json, sites) => ListingJson.Write(json, sites, listing, limit));

    /// <inheritdoc/>
    public void Print(WhyAnswer answer) => Write("why", (json, sites) => WhyJson.Write(json, sites, answer, limit));

    /// <inheritdoc/>
    public void Print(ImpactAnswer answer) => Write("impact", (json, sites) => ImpactJson.Write(json, sites, answer));

    /// <inheritdoc/>
    public void Print(PathAnswer answer) => Write("path", (json, sites) => EventsJson.Write(json, sites, answer));

    /// <inheritdoc/>
    public void Print(TraceAnswer answer) => Write("trace", (json, sites) => EventsJson.Write(json, sites, answer));

    /// <inheritdoc/>
    public void Print(TraceListing listing) => Write("trace", (json, _) => EventsJson.Write(json, listing));

    private void Write(string command, Action<Utf8JsonWriter, SitesJson> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", SchemaVersion);
            json.WriteString("command", command);
            var sites = new SitesJson();
            write(json, sites);
            sites.WriteAll(json);
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        output.Write('\n');
    }
}
