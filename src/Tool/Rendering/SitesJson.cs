using System.Text.Json;

namespace Weft.Tool.Rendering;

/// <summary>The sites that an answer mentions, each written once: elsewhere stands its number in the order of mention.</summary>
internal sealed class SitesJson
{
    private readonly Dictionary<LineageSite, int> _numbers = [];

    /// <summary>Writes the number of a site, or null.</summary>
    internal void Write(Utf8JsonWriter json, string name, LineageSite? site) => json.WriteNullableNumber(name, site is null ? null : NumberOf(site));

    /// <summary>Writes the numbers of sites.</summary>
    internal void Write(Utf8JsonWriter json, string name, IEnumerable<LineageSite> sites)
    {
        json.WriteStartArray(name);
        foreach (LineageSite site in sites) json.WriteNumberValue(NumberOf(site));
        json.WriteEndArray();
    }

    /// <summary>Writes the sites themselves.</summary>
    internal void WriteAll(Utf8JsonWriter json)
    {
        json.WriteStartArray("sites");
        foreach ((LineageSite site, int number) in _numbers.OrderBy(pair => pair.Value))
        {
            json.WriteStartObject();
            json.WriteNumber("site", number);
            json.WriteString("operator", site.Operator);
            json.WriteString("method", site.Method);
            json.WriteString("file", site.File.Length > 0 ? site.File : null);
            json.WriteNullableNumber("line", site.Line > 0 ? site.Line : null);
            json.WriteNullableNumber("column", site.Column > 0 ? site.Column : null);
            json.WriteString("module", site.Module);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private int NumberOf(LineageSite site)
    {
        if (!_numbers.TryGetValue(site, out int number)) _numbers.Add(site, number = _numbers.Count);
        return number;
    }
}
