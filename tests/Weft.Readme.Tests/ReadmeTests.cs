// Proves that README.md shows nothing that is not so: its C# is compiled in a project of the solution, its commands run, its outputs are theirs.
// A block that no rule covers fails.
using System.Text.RegularExpressions;

namespace Weft.Readme.Tests;

public sealed class ReadmeTests
{
    private const string Page = "README.md";
    private const string Omission = "...";

    private static readonly string[] _compiledFolders = ["samples/Flights/", "samples/Orders/", "tests/Readme.Snippets/"];

    public static TheoryData<int> Blocks()
    {
        var numbers = new TheoryData<int>();
        foreach (Block block in Block.In(Repository.Read(Page))) numbers.Add(block.Number);
        return numbers;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_AtLine_IsTrue(int number)
    {
        Block block = Block.In(Repository.Read(Page)).Single(candidate => candidate.Number == number);
        switch (block.Language)
        {
            case "csharp":
                IsCompiled(block);
                break;
            case "sh":
                foreach (string command in block.Text.Split('\n')) Commands.Check(command);
                break;
            case "text":
                IsOutput(block);
                break;
            case "diff":
                IsMended(block);
                break;
            default:
                Assert.Fail($"{Page}, {block}: no rule covers blocks of this language.");
                break;
        }
    }

    private static void IsCompiled(Block block)
    {
        string file = After("from ", block);
        Assert.True(Array.Exists(_compiledFolders, file.StartsWith), $"{Page}, {block}: {file} is not in a project that these tests compile.");
        Assert.Contains(Unindented(block.Text), Unindented(Repository.Read(file)));

        static string Unindented(string text) => "\n" + string.Join('\n', text.Split('\n').Select(line => line.TrimStart())) + "\n";
    }

    // What a test of the fix has, before and after.
    private static void IsMended(Block block)
    {
        string test = Regex.Replace(Repository.Read(After("fix in ", block)), @"\{\|\w+:|\|\}", "");
        Assert.All(block.Text.Split('\n').Where(line => line[0] is '-' or '+'), line => Assert.Contains(line[1..].Trim(), test));
    }

    // Line by line and complete, but for what a line of three dots stands for.
    private static void IsOutput(Block block)
    {
        string command = After("output of ", block);
        string[] printed = Commands.OutputOf(command).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        int at = 0;
        bool skips = false;
        foreach (string line in block.Text.Split('\n'))
        {
            if (line == Omission)
            {
                skips = true;
                continue;
            }
            if (skips) at = Array.IndexOf(printed, line, at) is var found and >= 0 ? found : at;
            skips = false;
            Assert.True(at < printed.Length && printed[at] == line, $"{Page}, {block}: '{command}' does not print\n{line}\nhere, but\n{string.Join('\n', printed.Skip(at).Take(5))}");
            at++;
        }
        Assert.True(skips || at == printed.Length, $"{Page}, {block}: '{command}' prints more:\n{string.Join('\n', printed.Skip(at))}");
    }

    private static string After(string prefix, Block block)
    {
        Assert.True(block.Note.StartsWith(prefix, StringComparison.Ordinal), $"{Page}, {block}: expected a line <!-- {prefix}... --> above it.");
        return block.Note[prefix.Length..];
    }
}
