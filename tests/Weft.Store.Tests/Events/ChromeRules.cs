using System.Text.Json;

namespace Weft.Store.Tests.Events;

/// <summary>
/// Reads a file of Chrome's JSON trace events and fails where it breaks a rule of the format ("Trace Event Format", the object form): required members and their types; slices that are closed in the
/// order in which they were opened, on one thread in the order of time; the scope of instants; arrows whose ends are both there, in order, each in a slice.
/// </summary>
internal sealed class ChromeRules
{
    internal List<string> Events { get; } = [];

    internal int Arrows { get; private set; }

    internal static ChromeRules Check(byte[] bytes)
    {
        var rules = new ChromeRules();
        using JsonDocument file = JsonDocument.Parse(bytes);
        Assert.Equal("ns", file.RootElement.GetProperty("displayTimeUnit").GetString());
        var open = new Dictionary<(int, int), Stack<(string Name, double Begin)>>();
        var slices = new Dictionary<(int, int), List<(double Begin, double End)>>();
        var last = new Dictionary<(int, int), double>();
        var starts = new Dictionary<string, ((int, int) Thread, double Time)>();
        var ends = new Dictionary<string, ((int, int) Thread, double Time)>();
        var processes = new HashSet<int>();
        var threads = new HashSet<(int, int)>();
        foreach (JsonElement each in file.RootElement.GetProperty("traceEvents").EnumerateArray())
        {
            string phase = each.GetProperty("ph").GetString()!;
            var thread = (each.GetProperty("pid").GetInt32(), each.GetProperty("tid").GetInt32());
            string name = each.GetProperty("name").GetString()!;
            if (phase == "M")
            {
                Assert.NotNull(each.GetProperty("args").GetProperty("name").GetString());
                Assert.True(name == "process_name" ? processes.Add(thread.Item1) : name == "thread_name" && threads.Add(thread), $"{name} twice");
                continue;
            }
            double time = each.GetProperty("ts").GetDouble();
            Assert.True(time >= 0);
            Assert.NotEqual("", each.GetProperty("cat").GetString());
            Assert.Contains(thread.Item1, processes);
            Assert.Contains(thread, threads);
            if (phase is "B" or "E" or "i")
            {
                Assert.True(time >= last.GetValueOrDefault(thread), "a thread goes back in time");
                last[thread] = time;
            }
            Stack<(string Name, double Begin)> stack = open.TryGetValue(thread, out var known) ? known : open[thread] = new();
            switch (phase)
            {
                case "B":
                    stack.Push((name, time));
                    break;
                case "E":
                    (string opened, double begin) = stack.Pop();
                    Assert.Equal(opened, name);
                    if (!slices.TryGetValue(thread, out var closed)) slices.Add(thread, closed = []);
                    closed.Add((begin, time));
                    break;
                case "i":
                    Assert.Contains(each.GetProperty("s").GetString(), new[] { "g", "p", "t" });
                    break;
                case "s":
                    starts.Add(each.GetProperty("id").GetString()!, (thread, time));
                    break;
                case "f":
                    Assert.Equal("e", each.GetProperty("bp").GetString());
                    ends.Add(each.GetProperty("id").GetString()!, (thread, time));
                    break;
                default:
                    Assert.Fail($"phase {phase}");
                    break;
            }
            if (each.TryGetProperty("args", out JsonElement details))
            {
                string[] names = [.. details.EnumerateObject().Select(member => member.Name)];
                Assert.Equal(names.Distinct(), names);
                if (details.TryGetProperty("weft.event", out JsonElement id)) rules.Events.Add(id.GetString()!);
            }
        }
        Assert.All(open.Values, Assert.Empty);
        Assert.Equal(starts.Keys.Order(), ends.Keys.Order());
        foreach ((string id, ((int, int) thread, double time)) in starts)
        {
            Assert.True(time <= ends[id].Time);
            Assert.Contains(slices[thread], slice => slice.Begin <= time && time < slice.End);
            Assert.Contains(slices[ends[id].Thread], slice => slice.Begin <= ends[id].Time && ends[id].Time < slice.End);
        }
        rules.Arrows = starts.Count;
        return rules;
    }
}
