// Proves that links between the pages of the repository lead somewhere: the file is there, and has the heading.
using System.Text.RegularExpressions;

namespace Weft.Readme.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages() => [.. Repository.MarkdownFiles()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryRelativeLink_LeadsSomewhere(string page)
    {
        foreach (Match link in Link().Matches(WithoutBlocks(Repository.Read(page))))
        {
            string target = link.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal)) continue;
            string[] parts = target.Split('#', 2);
            string file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
            Assert.True(Path.Exists(Repository.PathOf(file)), $"{page} links to {target}, which is not there.");
            if (parts.Length == 2) Assert.True(Anchors(Repository.Read(file)).Contains(parts[1]), $"{page} links to {target}, and {file} has no such heading.");
        }
    }

    private static string WithoutBlocks(string page) => Fenced().Replace(page, "");

    private static HashSet<string> Anchors(string page) => Heading().Matches(WithoutBlocks(page)).Select(heading => Anchor(heading.Groups["text"].Value)).ToHashSet();

    // As GitHub makes them.
    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
