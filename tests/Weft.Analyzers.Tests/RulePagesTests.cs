using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Weft.Analyzers.Tests;

/// <summary>Proves that every rule has its page, that the help link leads there, and that page, list and rule say the same.</summary>
public sealed class RulePagesTests
{
    private static readonly string[] _sections = ["## What is flagged", "## Why", "## How to fix", "## When to suppress", "## Configuration"];

    private static readonly string _repositoryRoot = typeof(RulePagesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string[] _fixable =
    [
        .. typeof(WeftCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(WeftCodeFix)) && !type.IsAbstract)
            .SelectMany(type => ((WeftCodeFix)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    private static DiagnosticDescriptor[] Rules { get; } =
    [
        .. typeof(WeftAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLink_OfARule_LeadsToItsPage(string id)
    {
        DiagnosticDescriptor rule = Rules.Single(rule => rule.Id == id);

        Assert.Equal($"docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.True(File.Exists(Path.Combine(_repositoryRoot, rule.HelpLinkUri)), $"{rule.HelpLinkUri} does not exist");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfARule_HasTheFixedShape(string id)
    {
        DiagnosticDescriptor rule = Rules.Single(rule => rule.Id == id);
        string[] lines = File.ReadAllLines(Path.Combine(_repositoryRoot, rule.HelpLinkUri));

        Assert.Equal($"# {id}: {rule.Title}", lines[0]);
        Assert.Contains($"| category | {rule.Category} |", lines);
        Assert.Contains($"| severity | {rule.DefaultSeverity} |", lines);
        Assert.Contains($"| enabled | {(rule.IsEnabledByDefault ? "yes" : "no")} |", lines);
        Assert.Equal(_sections, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Fact]
    public void List_OfRules_HasOneRowForEach()
    {
        string[] expected = [.. Rules.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Category} | {(rule.IsEnabledByDefault ? rule.DefaultSeverity : "off")} | {FixOf(rule.Id)} |")];

        string[] rows = [.. File.ReadLines(Path.Combine(_repositoryRoot, "docs/rules/README.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal))];

        Assert.Equal(expected, rows);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfARule_SaysWhetherThereIsAFix(string id)
        => Assert.Equal(_fixable.Contains(id), FixOf(id) != "no");

    [Fact]
    public void Fixes_AreForRules_OneEach()
        => Assert.Equal(_fixable.Distinct().Order(StringComparer.Ordinal), _fixable.Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_OfRules_AreUnique() => Assert.Equal(Rules.Length, Rules.Select(rule => rule.Id).Distinct().Count());

    // As the rule's page has it.
    private static string FixOf(string id)
        => File.ReadLines(Path.Combine(_repositoryRoot, $"docs/rules/{id}.md")).Single(line => line.StartsWith("| fix | ", StringComparison.Ordinal))["| fix | ".Length..^2];
}
