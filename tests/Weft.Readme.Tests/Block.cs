using System.Text.RegularExpressions;

namespace Weft.Readme.Tests;

/// <summary>A fenced block of a Markdown page.</summary>
/// <param name="Number">The number of the line of its opening fence.</param>
/// <param name="Language">What stands behind the fence.</param>
/// <param name="Note">The comment in the line above, which says where the block comes from; or empty.</param>
/// <param name="Text">Its lines.</param>
internal sealed partial record Block(int Number, string Language, string Note, string Text)
{
    internal static IReadOnlyList<Block> In(string page)
    {
        var blocks = new List<Block>();
        string[] lines = page.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            int start = i;
            do i++;
            while (lines[i] != "```");
            blocks.Add(new Block(
                start + 1, lines[start][3..], start == 0 ? "" : Comment().Match(lines[start - 1]).Groups["text"].Value, string.Join('\n', lines[(start + 1)..i])));
        }
        return blocks;
    }

    public override string ToString() => $"line {Number}, {Language}";

    [GeneratedRegex(@"^<!-- (?<text>.*) -->$")]
    private static partial Regex Comment();
}
