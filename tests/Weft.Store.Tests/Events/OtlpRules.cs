using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Weft.Store.Tests.Events;

/// <summary>
/// Reads lines of OTLP/JSON and fails where they break a rule of the mapping (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding): lower camel case members of the messages and no others, ids in
/// hexadecimal, 64-bit numbers as text, enumerations as numbers, values with one member; ids that are none or there twice; times that go back; more than 128 links or events; a parent that nobody knows.
/// </summary>
internal sealed partial class OtlpRules
{
    internal List<string> Events { get; } = [];

    internal List<string> Units { get; } = [];

    internal int Links { get; private set; }

    /// <summary>The number of spans by the name of their unit.</summary>
    internal Dictionary<string, int> Parts { get; } = [];

    internal static OtlpRules Check(byte[] bytes)
    {
        var rules = new OtlpRules();
        var ids = new HashSet<string>();
        var parents = new HashSet<string>();
        string text = Encoding.UTF8.GetString(bytes);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement resource = Single(document.RootElement, "resourceSpans");
            Assert.Equal(["resource", "scopeSpans"], Members(resource));
            Assert.Contains("service.name", Attributes(resource.GetProperty("resource")).Keys);
            JsonElement scope = Single(resource, "scopeSpans");
            Assert.Equal(["scope", "spans"], Members(scope));
            JsonElement span = Single(scope, "spans");
            Assert.Empty(Members(span).Except(["traceId", "spanId", "parentSpanId", "name", "kind", "startTimeUnixNano", "endTimeUnixNano", "attributes", "events", "links"]));
            Assert.Matches("^(?!0{32})[0-9a-f]{32}$", span.GetProperty("traceId").GetString());
            string id = span.GetProperty("spanId").GetString()!;
            Assert.Matches(SpanId(), id);
            Assert.True(ids.Add(id), $"span {id} is there twice");
            if (span.TryGetProperty("parentSpanId", out JsonElement parent))
            {
                Assert.Matches(SpanId(), parent.GetString());
                parents.Add(parent.GetString()!);
            }
            Assert.InRange(span.GetProperty("kind").GetInt32(), 1, 5);
            long begin = Time(span, "startTimeUnixNano"), end = Time(span, "endTimeUnixNano");
            Assert.True(begin <= end);
            Dictionary<string, JsonElement> attributes = Attributes(span);
            if (attributes.TryGetValue("weft.unit", out JsonElement unit)) rules.TakeUnit(span, unit.GetProperty("stringValue").GetString()!, id, begin, end);
        }
        Assert.Empty(parents.Except(ids));
        return rules;
    }

    private void TakeUnit(JsonElement span, string unit, string id, long begin, long end)
    {
        if (unit == id) Units.Add(unit);
        string name = PartNumber().Replace(span.GetProperty("name").GetString()!, "");
        Parts[name] = Parts.GetValueOrDefault(name) + 1;
        Assert.InRange(span.GetProperty("events").GetArrayLength(), 1, 128);
        Assert.InRange(span.GetProperty("links").GetArrayLength(), 0, 128);
        foreach (JsonElement each in span.GetProperty("events").EnumerateArray())
        {
            Assert.Equal(["timeUnixNano", "name", "attributes"], Members(each));
            Assert.InRange(Time(each, "timeUnixNano"), begin, end);
            Events.Add(Attributes(each)["weft.event"].GetProperty("stringValue").GetString()!);
        }
        foreach (JsonElement link in span.GetProperty("links").EnumerateArray())
        {
            Assert.Equal(["traceId", "spanId", "attributes"], Members(link));
            Assert.Matches(SpanId(), link.GetProperty("spanId").GetString());
            Attributes(link);
            Links++;
        }
    }

    private static Dictionary<string, JsonElement> Attributes(JsonElement holder)
    {
        var attributes = new Dictionary<string, JsonElement>();
        foreach (JsonElement each in holder.GetProperty("attributes").EnumerateArray())
        {
            Assert.Equal(["key", "value"], Members(each));
            JsonElement value = each.GetProperty("value");
            Assert.InRange(Members(value).Count(), 0, 1);
            Assert.Empty(Members(value).Except(["stringValue", "boolValue", "intValue", "doubleValue"]));
            if (value.TryGetProperty("intValue", out JsonElement number)) Assert.Equal(JsonValueKind.String, number.ValueKind);
            attributes.Add(each.GetProperty("key").GetString()!, value); // fails where a key is there twice
        }
        return attributes;
    }

    private static long Time(JsonElement holder, string name) => long.Parse(holder.GetProperty(name).GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);

    private static JsonElement Single(JsonElement holder, string name) => Assert.Single(holder.GetProperty(name).EnumerateArray().ToArray());

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    [GeneratedRegex("^(?!0{16})[0-9a-f]{16}$")]
    private static partial Regex SpanId();

    [GeneratedRegex(@" \(\d+\)$")]
    private static partial Regex PartNumber();
}
