using System.Text.Json;
using System.Text.RegularExpressions;

namespace Weft.Tool.Tests.Harness;

/// <summary>The schema that docs/tool.md writes down in tables, one an object.</summary>
internal sealed partial class JsonSchema
{
    private readonly Dictionary<string, List<(string Member, string Type)>> _objects = [];

    /// <summary>Members that a document had, as <c>object.member</c>.</summary>
    internal HashSet<string> Seen { get; } = [];

    /// <summary>All members that are written down.</summary>
    internal IEnumerable<string> Documented => _objects.SelectMany(pair => pair.Value.Select(member => $"{pair.Key}.{member.Member}"));

    internal static JsonSchema Of(string page)
    {
        var schema = new JsonSchema();
        foreach (string section in page[page.IndexOf("\n## JSON\n", StringComparison.Ordinal)..].Split("\n### ").Skip(1))
        {
            string name = section[..section.IndexOf('\n')].Trim();
            List<(string, string)> members = [.. Base().Matches(section).SelectMany(match => schema._objects[match.Groups["base"].Value])];
            members.AddRange(Row().Matches(section).Select(match => (match.Groups["member"].Value, match.Groups["type"].Value)));
            schema._objects.Add(name, members);
        }
        return schema;
    }

    /// <summary>Fails when an object has not exactly the members that are written down, of the types that are written down.</summary>
    internal void Check(string name, JsonElement element, string path)
    {
        Assert.True(_objects.TryGetValue(name, out List<(string Member, string Type)>? members), $"docs/tool.md does not describe the object {name} ({path}).");
        string[] found = [.. element.EnumerateObject().Select(property => property.Name)];
        Assert.Empty(found.Except(members.Select(member => member.Member)).Select(member => $"{path}.{member} is not in docs/tool.md"));
        foreach ((string member, string type) in members)
        {
            if (!element.TryGetProperty(member, out JsonElement value))
            {
                Assert.True(type.EndsWith(", optional", StringComparison.Ordinal), $"{path}.{member} is missing");
                continue;
            }
            Seen.Add($"{name}.{member}");
            CheckValue(type.Replace(", optional", ""), value, $"{path}.{member}");
        }
    }

    private void CheckValue(string type, JsonElement value, string path)
    {
        if (type.EndsWith('?'))
        {
            if (value.ValueKind != JsonValueKind.Null) CheckValue(type[..^1], value, path);
        }
        else if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            Assert.True(value.ValueKind == JsonValueKind.Array, $"{path} is {value.ValueKind}");
            int i = 0;
            foreach (JsonElement item in value.EnumerateArray()) CheckValue(type[..^2], item, $"{path}[{i++}]");
        }
        else if (type is "text" or "number" or "boolean")
        {
            bool fits = type switch
            {
                "text" => value.ValueKind == JsonValueKind.String,
                "number" => value.ValueKind == JsonValueKind.Number,
                _ => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            };
            Assert.True(fits, $"{path} is {value.ValueKind}, not {type}");
        }
        else
        {
            Check(type, value, path);
        }
    }

    [GeneratedRegex(@"Has the members of \[(?<base>\w+)\]")]
    private static partial Regex Base();

    [GeneratedRegex(@"^\| `(?<member>\w+)` \| (?<type>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
