// Proves what the commands print, in each form, on recordings that a woven program has just made: the files under Golden are the expected sessions.
// Run the tests with WEFT_UPDATE_GOLDEN=1 to write them anew, and read the difference.
using System.Text;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

[Collection(SpecimenCollection.Name)]
public sealed class GoldenTests(Specimen specimen)
{
    private const string UpdateVariable = "WEFT_UPDATE_GOLDEN";

    [Theory]
    [InlineData("ls-text", "shop data", "ls")]
    [InlineData("ls-json", "shop data", "ls --json")]
    [InlineData("ls-dot", "shop data", "ls --dot")]
    [InlineData("ls-mermaid", "shop data", "ls --mermaid")]
    [InlineData("ls-rounds", "rounds", "ls")]
    [InlineData("ls-cut", "cut", "ls")]
    [InlineData("why-text", "shop data", "why report[1]", "why total", "why report[1] --show-lines")]
    [InlineData("why-json", "shop data", "why report[1] --json --show-lines")]
    [InlineData("why-dot", "shop data", "why report[1] --dot")]
    [InlineData("why-mermaid", "shop data", "why report[1] --mermaid")]
    [InlineData("why-summary", "shop data", "why report[1] --limit 3", "why report[1] --limit 3 --dot", "why report[1] --limit 3 --mermaid", "why report[1] --limit 3 --json")]
    [InlineData("why-rounds", "rounds", "why multiples[1]", "why multiples#3[1]", "why multiples#4[1]")]
    [InlineData("why-coarse", "changed", "why doubled[1]", "why doubled[1] --mermaid")]
    [InlineData("why-cut", "cut", "why linked", "why linked --dot", "why clean[0]")]
    [InlineData("why-namesakes", "namesakes", "why top[0]", "why top@Namesakes.cs:18[1]", "why 'the [sorted] #1[1]'")]
    [InlineData("impact-text", "shop data", "impact customers.csv:2", "impact orders.csv[3]", "impact orders.csv:4 --show-lines", "impact customers.csv")]
    [InlineData("impact-json", "shop data", "impact customers.csv:2 --json")]
    [InlineData("impact-dot", "shop data", "impact customers.csv:2 --dot")]
    [InlineData("impact-mermaid", "shop data", "impact customers.csv:2 --mermaid")]
    [InlineData("impact-summary", "shop data", "impact customers.csv --limit 3", "impact customers.csv --limit 3 --dot", "impact customers.csv --limit 3 --mermaid", "impact customers.csv --limit 3 --json")]
    [InlineData("impact-rounds", "rounds", "impact numbers[5]")]
    [InlineData("impact-thrice", "thrice data", "impact orders.csv:5", "impact orders.csv:5 --mermaid")]
    [InlineData("impact-coarse", "changed", "impact numbers[0]")]
    [InlineData("impact-cut", "cut", "impact numbers@Cut.cs:9[2]", "impact numbers@Cut.cs:9[2] --mermaid")]
    [InlineData("path-text", "kitchen", "path soups", "path soups[1]", "path soups --limit 2", "path soup")]
    [InlineData("path-json", "kitchen", "path soups --json")]
    [InlineData("trace-text", "kitchen", "trace", "trace --until 2020-01-01", "trace 0", "trace 0 --limit 3", "trace ff", "trace --since soon")]
    [InlineData("trace-json", "kitchen", "trace --json", "trace 0 --json")]
    [InlineData("why-when", "kitchen", "why soups[1] --when", "why soups[1] --when --json")]
    [InlineData("no-events", "shop data", "path report", "trace", "trace 0198c1f2", "why report[1] --when")]
    [InlineData("mistakes", "shop data", "why", "why repot", "why report", "why report[9]", "why report#2[0]", "impact order.csv:1", "impact orders.csv:0", "ls --run nothing",
        "ls --dir nowhere", "ls --limit 0", "ls --json --dot", "look", "")]
    [InlineData("help", "shop data", "--help", "ls --help", "why --help", "impact --help", "path --help", "trace --help", "export --help", "rm --help", "prune --help")]
    [InlineData("prune-mistakes", "rounds", "prune", "prune --keep -1", "prune --older-than soon", "prune --max-size 5", "rm", "rm nothing", "rm Specimen --dry-run")]
    public void CommandLines_OnARecording_PrintTheExpectedSession(string name, string scene, params string[] commandLines)
    {
        string folder = specimen.FolderOf(scene);
        var session = new StringBuilder();
        foreach (string commandLine in commandLines)
        {
            ProcessResult result = ToolRun.Run(folder, ToolRun.Split(commandLine));
            session.Append($"$ weft {commandLine}".TrimEnd()).Append('\n');
            session.Append(Normalised.Text(result.Out, folder)).Append(Normalised.Text(result.Error, folder));
            session.Append($"[exit code {result.ExitCode}]\n\n");
        }

        string path = Path.Combine(Repository.GoldenFolder, name + ".txt");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") File.WriteAllText(path, session.ToString());
        Assert.True(File.Exists(path), $"{path} is missing; {UpdateVariable}=1 writes it.");
        Assert.Equal(File.ReadAllText(path), session.ToString());
    }
}
