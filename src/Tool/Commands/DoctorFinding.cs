using System.Text.Json;

namespace Weft.Tool.Commands;

/// <summary>What a rule said of one place.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Level">note, warning or error.</param>
/// <param name="File">The file's path.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What it said.</param>
/// <param name="IsRequired">Whether the code must not lose lineage.</param>
internal sealed record DoctorFinding(string Rule, string Level, string File, int Line, int Column, string Message, bool IsRequired)
{
    /// <summary>What mends it, in one line.</summary>
    internal string Fix => DoctorFixes.Of(Rule);

    /// <summary>Whether lineage ends there.</summary>
    internal bool IsLoss => Rule is "WEFT302" or "WEFT303" or "WEFT304" or "WEFT301";

    internal static DoctorFinding Of(JsonElement result)
    {
        JsonElement place = result.TryGetProperty("locations", out JsonElement places) && places.GetArrayLength() > 0 ? places[0].GetProperty("physicalLocation") : default;
        JsonElement region = place.ValueKind == JsonValueKind.Object && place.TryGetProperty("region", out JsonElement given) ? given : default;
        bool isRequired = result.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty("customProperties", out JsonElement custom) && custom.TryGetProperty("Required", out _);
        return new DoctorFinding(
            result.GetProperty("ruleId").GetString()!,
            result.TryGetProperty("level", out JsonElement level) ? level.GetString()! : "warning",
            place.ValueKind == JsonValueKind.Object ? new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.LocalPath : "" : "",
            region.ValueKind == JsonValueKind.Object ? region.GetProperty("startLine").GetInt32() : 0,
            region.ValueKind == JsonValueKind.Object ? region.GetProperty("startColumn").GetInt32() : 0,
            result.GetProperty("message").GetProperty("text").GetString()!,
            isRequired);
    }
}
