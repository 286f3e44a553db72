using System.Xml;

namespace Weft.Suites.Running;

/// <summary>The results of one run: for each test its outcome, and what was said where it did not pass.</summary>
internal sealed class TestResults
{
    public const string DidNotRun = "did not run";

    /// <summary>Stands between the outcomes of cases that have one name.</summary>
    public const string Separator = ", ";

    private readonly Dictionary<TestName, List<TestOutcome>> _outcomes = [];

    public int Count { get; private set; }

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public IEnumerable<TestName> Tests => _outcomes.Keys;

    /// <summary>The outcomes of the tests of that name, sorted; none when it did not run. Theories may give one name to several cases.</summary>
    public string Of(TestName test) => _outcomes.TryGetValue(test, out List<TestOutcome>? found) ? string.Join(Separator, found.Select(o => o.Outcome).Order(StringComparer.Ordinal)) : DidNotRun;

    /// <summary>What the first test of that name that did not pass said.</summary>
    public string? MessageOf(TestName test) => _outcomes.GetValueOrDefault(test)?.FirstOrDefault(o => o.Message is not null)?.Message;

    /// <summary>Reads a trx file.</summary>
    public static TestResults Read(string file)
    {
        var classes = new Dictionary<string, string>();
        var results = new List<(string Id, string Name, TestOutcome Outcome)>();
        using (XmlReader reader = XmlReader.Create(file, new XmlReaderSettings { CheckCharacters = false }))
        {
            string? definition = null;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                switch (reader.LocalName)
                {
                    case "UnitTest":
                        definition = reader.GetAttribute("id");
                        break;
                    case "TestMethod" when definition is not null:
                        classes[definition] = reader.GetAttribute("className") ?? "";
                        break;
                    case "UnitTestResult":
                        results.Add((reader.GetAttribute("testId")!, reader.GetAttribute("testName")!, new TestOutcome(reader.GetAttribute("outcome") ?? "None", null)));
                        break;
                    case "Message" when results.Count > 0 && results[^1].Outcome is { Outcome: not "Passed", Message: null }:
                        (string id, string name, TestOutcome outcome) = results[^1];
                        results[^1] = (id, name, outcome with { Message = reader.ReadElementContentAsString() });
                        break;
                    default:
                        break;
                }
            }
        }

        var read = new TestResults();
        foreach ((string id, string name, TestOutcome outcome) in results) read.Add(new TestName(classes.GetValueOrDefault(id, ""), name), outcome);
        return read;
    }

    private void Add(TestName test, TestOutcome outcome)
    {
        if (!_outcomes.TryGetValue(test, out List<TestOutcome>? outcomes)) _outcomes[test] = outcomes = [];
        outcomes.Add(outcome);
        Count++;
        if (outcome.Outcome == "Passed") Passed++;
        if (outcome.Outcome is "Failed" or "Error" or "Timeout" or "Aborted") Failed++;
    }
}

/// <summary>A test: its class, and its display name with the arguments of a theory.</summary>
internal readonly record struct TestName(string Class, string Name)
{
    /// <summary>The same for all cases of a theory.</summary>
    public string Method => $"{Class} {(Name.IndexOf('(', StringComparison.Ordinal) is > 0 and int arguments ? Name[..arguments] : Name)}";

    public override string ToString() => Class.Length == 0 || Name.StartsWith(Class, StringComparison.Ordinal) ? Name : $"{Class}.{Name}";
}

internal sealed record TestOutcome(string Outcome, string? Message);
