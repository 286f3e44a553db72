using System.Text.RegularExpressions;

namespace Weft.Package.Tests;

/// <summary>
/// A program with a case for each rule that has a fix: built and run as it is, mended by <c>dotnet format</c>, built and run again. Each case prints the id of its trace, and what the recording says of it is kept.
/// </summary>
// Design: one program for all rules, since each build, format and run takes seconds; the cases have nothing to do with each other.
internal sealed partial class FixedConsumer
{
    private static readonly Lazy<FixedConsumer> _shared = new(() => new FixedConsumer());
    private readonly Dictionary<string, string[]> _before;
    private readonly Dictionary<string, string[]> _after;

    private FixedConsumer()
    {
        Consumer consumer = Consumer.WithPackage(FixCases.Program);
        foreach ((string rule, string code) in FixCases.All) consumer.Write($"Case{rule}.cs", FixCases.FileOf(rule, code));
        consumer.Write(".editorconfig", "root = true\n[*.cs]\n" + string.Concat(FixCases.All.Select(each => $"dotnet_diagnostic.WEFT{each.Rule}.severity = warning\n")));
        consumer.Command(["tool", "install", "Weft.Tool", "--tool-path", "tools", "--version", PackedProduct.Version]).Succeeded();

        FirstBuild = consumer.Build().Output;
        _before = RunAll(consumer, "before");
        // Twice: a mended message is received without its context, a marked parameter tells what its callers capture.
        for (int round = 0; round < 2; round++)
            consumer.Command(["format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. FixCases.All.Select(each => "WEFT" + each.Rule)]).Succeeded();
        SecondBuild = consumer.Build().Output;
        _after = RunAll(consumer, "after");
    }

    internal static FixedConsumer Instance => _shared.Value;

    internal string FirstBuild { get; }

    internal string SecondBuild { get; }

    /// <summary>The events of a case, and what each depended on in other units: <c>start Work because of main:2</c>.</summary>
    internal string[] Before(string rule) => _before[rule];

    internal string[] After(string rule) => _after[rule];

    private static Dictionary<string, string[]> RunAll(Consumer consumer, string folder)
    {
        string recordings = Path.Combine(consumer.Folder, folder);
        string output = consumer.Run(("WEFT_DIR", recordings)).Output;
        return Traces().Matches(output).ToDictionary(match => match.Groups[1].Value, match => EventsOf(consumer, recordings, match.Groups[2].Value));
    }

    private static string[] EventsOf(Consumer consumer, string recordings, string trace)
    {
        string text = DotNet.Run(Path.Combine(consumer.Folder, "tools", "weft"), consumer.Folder, ["trace", trace, "--json", "--dir", recordings]).Output;
        return FixEvents.Of(text);
    }

    [GeneratedRegex(@"^case (\d+) ([0-9a-f]{32})\r?$", RegexOptions.Multiline)]
    private static partial Regex Traces();
}
