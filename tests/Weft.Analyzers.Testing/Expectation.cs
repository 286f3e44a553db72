using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers.Testing;

/// <summary>One expected diagnostic: an id, and as much else as the test says.</summary>
internal sealed record Expectation(string Id, string? File, TextSpan? Span, DiagnosticResult? Detail)
{
    /// <summary>Fails unless the diagnostics are exactly the expected ones; shows the code with what was reported marked in it.</summary>
    internal static void Verify(IEnumerable<Expectation> expected, ImmutableArray<Diagnostic> actual, Compilation compilation)
    {
        List<Diagnostic> unexpected = [.. actual];
        var problems = new List<string>();
        foreach (Expectation expectation in expected)
        {
            if (unexpected.Find(expectation.IsMetBy) is { } found) unexpected.Remove(found);
            else problems.Add($"missing: {expectation}");
        }
        problems.AddRange(unexpected.Select(diagnostic => "unexpected: " + diagnostic));
        if (problems.Count > 0) throw new TestFailure($"{string.Join('\n', problems)}\n--- reported, as markup:\n{AsMarkup(actual, compilation)}");
    }

    public override string ToString() => $"{Id} at {File ?? "any place"} {Span} {Detail?.Message}";

    private bool IsMetBy(Diagnostic diagnostic)
        => diagnostic.Id == Id
        && (Span is null || (diagnostic.Location.SourceSpan == Span && diagnostic.Location.SourceTree?.FilePath == File))
        && (Detail is null || diagnostic.Severity == Detail.Severity)
        && (Detail?.Message is null || diagnostic.GetMessage(CultureInfo.InvariantCulture) == Detail.Message);

    private static string AsMarkup(ImmutableArray<Diagnostic> actual, Compilation compilation)
    {
        var all = new StringBuilder();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            var text = new StringBuilder(tree.ToString());
            // From the end, so that the offsets of what is still to be marked stay right.
            foreach (Diagnostic diagnostic in actual.Where(diagnostic => diagnostic.Location.SourceTree == tree).OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
                text.Insert(diagnostic.Location.SourceSpan.End, "|}").Insert(diagnostic.Location.SourceSpan.Start, "{|" + diagnostic.Id + ":");
            all.Append("// ").AppendLine(tree.FilePath).Append(text).AppendLine();
        }
        return all.ToString();
    }
}
