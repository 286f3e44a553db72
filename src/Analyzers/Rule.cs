namespace Weft.Analyzers;

/// <summary>What all rules share.</summary>
internal static class Rule
{
    // Relative: the pages stand under this path in the repository and in the package.
    private const string Pages = "docs/rules/";

    internal static string HelpLink(string id) => Pages + id + ".md";
}
