using System.Globalization;
using System.Text.Json;
using Weft.Store;
using Weft.Store.Runs;

namespace Weft.Tool.Rendering;

/// <summary>What several answers have in common, as JSON.</summary>
internal static class JsonParts
{
    internal static void WriteRun(this Utf8JsonWriter json, string name, RunInfo run)
    {
        json.WriteStartObject(name);
        json.WriteRunMembers(run);
        json.WriteEndObject();
    }

    internal static void WriteRunMembers(this Utf8JsonWriter json, RunInfo run)
    {
        json.WriteString("name", run.Name);
        json.WriteString("directory", run.Directory);
        json.WriteString("state", Word(run.State));
        json.WriteNumber("bytes", run.Bytes);
        json.WriteMoment("started", run.Process?.Started);
        json.WriteMoment("ended", run.Ended);
        json.WriteString("program", run.Process?.Program);
        json.WriteString("programVersion", run.Process?.ProgramVersion);
        json.WriteString("host", run.Process?.Host);
        json.WriteNullableNumber("operatingSystemProcessId", run.Process?.OperatingSystemId);
        json.WriteString("processId", run.Process?.Id);
        json.WriteString("runtime", run.Process?.Runtime);
        json.WriteString("weftVersion", run.Process?.WeftVersion);
        json.WriteString("workingDirectory", run.Process?.WorkingDirectory);
        json.WriteString("problem", run.Problem);
    }

    internal static void WriteSourceMembers(this Utf8JsonWriter json, SitesJson sites, LineageSource source)
    {
        json.WriteString("name", source.Name);
        json.WriteString("kind", Word(source.Kind));
        json.WriteString("path", source.Path.Length > 0 ? source.Path : null);
        json.WriteString("type", source.Type.Length > 0 ? source.Type : null);
        sites.Write(json, "site", source.Site);
        sites.Write(json, "cutSite", source.CutSite);
        json.WriteString("process", Process(source.Process));
        bool isFile = source.Kind == LineageSourceKind.File;
        json.WriteNullableNumber("length", isFile ? source.Length : null);
        json.WriteMoment("modified", isFile ? source.Modified : null);
    }

    internal static void WriteVerdict(this Utf8JsonWriter json, LineageVerdict verdict, IEnumerable<string> reasons)
    {
        json.WriteString("verdict", verdict.ToString().ToLowerInvariant());
        json.WriteStrings("reasons", reasons);
    }

    internal static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Writes an array of objects, one of each item, whose members <paramref name="writeMembers"/> writes.</summary>
    internal static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            writeMembers(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void WriteNullableNumber(this Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    internal static void WriteRangeMembers(this Utf8JsonWriter json, long first, long count)
    {
        json.WriteNumber("first", first);
        json.WriteNumber("count", count);
    }

    internal static void WriteLines(this Utf8JsonWriter json, SourceLines lines)
    {
        json.WriteObjects("lines", lines.Lines, line =>
        {
            json.WriteString("path", line.Source.Path);
            json.WriteNumber("line", line.Index + 1);
            json.WriteString("text", line.Text);
        });
        json.WriteStrings("lineProblems", lines.Problems);
    }

    // Spans are text: beyond 2^53 many readers of JSON would round them.
    internal static string Text(SpanId span) => span.Value.ToString(CultureInfo.InvariantCulture);

    // As a run names its process; null for the run's own.
    internal static string? Process(ulong process) => process == 0 ? null : process.ToString("x16", CultureInfo.InvariantCulture);

    private static void WriteMoment(this Utf8JsonWriter json, string name, DateTime? utc) =>
        json.WriteString(name, utc?.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));

    private static string Word(RunState state) => state switch
    {
        RunState.Ended => "ended",
        RunState.Failed => "failed",
        RunState.Abrupt => "abrupt",
        RunState.Recording => "recording",
        RunState.Unfinished => "unfinished",
        _ => "unreadable",
    };

    private static string Word(LineageSourceKind kind) => kind.ToString().ToLowerInvariant();
}
