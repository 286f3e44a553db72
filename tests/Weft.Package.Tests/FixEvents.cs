using System.Text.Json;

namespace Weft.Package.Tests;

/// <summary>What <c>weft trace --json</c> tells, without what differs from run to run: ids and times.</summary>
internal static class FixEvents
{
    /// <summary>Each event as <c>start Work because of case:2</c> or <c>annotate Work key=value</c>.</summary>
    internal static string[] Of(string json)
    {
        using JsonDocument answer = JsonDocument.Parse(json);
        JsonElement[] events = answer.RootElement.TryGetProperty("events", out JsonElement given) ? [.. given.EnumerateArray()] : [];
        Dictionary<string, string> units = events.GroupBy(each => Unit(each.GetProperty("id").GetString()!)).ToDictionary(group => group.Key, group => group.First().GetProperty("unit").GetString()!);
        return [.. events.Select(each => Text(each, units))];
    }

    private static string Text(JsonElement each, Dictionary<string, string> units)
    {
        string text = $"{each.GetProperty("kind").GetString()} {each.GetProperty("unit").GetString()}";
        if (each.TryGetProperty("key", out JsonElement key) && key.ValueKind == JsonValueKind.String) text += $" {key.GetString()}={each.GetProperty("value").GetString()}";
        if (each.TryGetProperty("reference", out JsonElement reference) && reference.GetString() is { } cause) text += $" because of {units.GetValueOrDefault(Unit(cause), "?")}:{cause[(cause.IndexOf(':', StringComparison.Ordinal) + 1)..]}";
        return text;
    }

    private static string Unit(string id) => id[..id.IndexOf(':', StringComparison.Ordinal)];
}
