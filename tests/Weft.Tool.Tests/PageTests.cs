// Proves that docs/tool.md says what is: its sessions are run, its exit codes are all there are, its options are those of the commands, and its tables of
// JSON members fit what the commands write, member by member.
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Weft.Tool.Commands;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

[Collection(SpecimenCollection.Name)]
public sealed partial class PageTests(Specimen specimen)
{
    private static readonly string _page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "tool.md"));

    public static TheoryData<string, string, string> Sessions()
    {
        var sessions = new TheoryData<string, string, string>();
        foreach (Match match in Session().Matches(_page)) sessions.Add(match.Groups["scene"].Value, match.Groups["command"].Value, match.Groups["answer"].Value);
        return sessions;
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public void Session_OfThePage_IsWhatTheToolSays(string scene, string command, string answer)
    {
        string folder = specimen.FolderOf(scene);
        ProcessResult result = ToolRun.Run(folder, ToolRun.Split(command));
        Assert.Equal(Normalised.Text(answer, "/work"), Normalised.Text(result.Out + result.Error, folder));
    }

    [Fact]
    public void Sessions_OfThePage_AreAllRun() => Assert.Equal(_page.Split("```console").Length - 1, Sessions().Count);

    [Fact]
    public void ExitCodes_OfThePage_AreAllThereAre()
    {
        IEnumerable<string> codes = typeof(ExitCode).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => field.GetRawConstantValue()!.ToString()!);
        Assert.Equal(codes.Order(), ExitCodeRow().Matches(_page).Select(match => match.Groups["code"].Value).Order());
    }

    [Theory]
    [InlineData("ls")]
    [InlineData("why")]
    [InlineData("impact")]
    [InlineData("path")]
    [InlineData("trace")]
    [InlineData("export")]
    [InlineData("rm")]
    [InlineData("prune")]
    public void Options_OfACommand_AreOnThePage(string command)
    {
        string help = ToolRun.Run("/", command, "--help").Out;
        Assert.All(OptionName().Matches(help[..help.IndexOf("Examples:", StringComparison.Ordinal)]).Select(match => match.Value), option => Assert.Contains($"`{option}", _page));
    }

    [Fact]
    public void Json_OfEveryCommand_HasTheMembersOfThePage()
    {
        JsonSchema schema = JsonSchema.Of(_page);
        (string Scene, string CommandLine)[] questions =
        [
            ("shop data", "ls"), ("rounds", "ls"), ("cut", "ls"), ("namesakes", "ls"),
            ("shop data", "why report[1] --show-lines"), ("shop data", "why total --limit 1"), ("changed", "why doubled[0]"), ("cut", "why linked"),
            ("kitchen", "why soups[1] --when"), ("kitchen", "path soups"), ("kitchen", "path soups --limit 2"), ("kitchen", "trace"), ("kitchen", "trace 0"),
            ("shop data", "impact customers.csv:2 --show-lines"), ("shop data", "impact orders.csv --limit 2"), ("changed", "impact numbers[0]"),
        ];
        foreach ((string scene, string commandLine) in questions)
        {
            string command = commandLine.Split(' ')[0];
            using JsonDocument answer = JsonDocument.Parse(ToolRun.Run(specimen.FolderOf(scene), [.. ToolRun.Split(commandLine), "--json"]).Out);
            schema.Check($"`weft {command} --json`", answer.RootElement, command);
            Assert.Equal((1, command), (answer.RootElement.GetProperty("version").GetInt32(), answer.RootElement.GetProperty("command").GetString()));
            int sites = answer.RootElement.GetProperty("sites").GetArrayLength();
            Assert.All(SiteNumber().Matches(answer.RootElement.GetRawText()).Select(match => int.Parse(match.Groups["site"].Value)), site => Assert.InRange(site, 0, sites - 1));
        }
        foreach (string answer in DoctorAnswers())
        {
            using JsonDocument doctor = JsonDocument.Parse(answer);
            schema.Check("`weft doctor --json`", doctor.RootElement, "doctor");
            Assert.Equal((1, "doctor"), (doctor.RootElement.GetProperty("version").GetInt32(), doctor.RootElement.GetProperty("command").GetString()));
        }
        Assert.Empty(schema.Documented.Except(schema.Seen));
    }

    // Of builds that have been made: Weft.Package.Tests has the doctor build.
    private static IEnumerable<string> DoctorAnswers()
    {
        using var output = new StringWriter();
        foreach (DoctorExamination examination in DoctorReports.Examinations)
        {
            DoctorJson.Print(output, examination);
            yield return output.ToString();
            output.GetStringBuilder().Clear();
        }
        DoctorJson.Print(output, "/src/Shop.slnx", DoctorReports.Examinations);
        yield return output.ToString();
    }

    [GeneratedRegex(@"^<!-- scene: (?<scene>.+) -->\n```console\n\$ weft (?<command>.+)\n(?<answer>(?:.*\n)*?)```$", RegexOptions.Multiline)]
    private static partial Regex Session();

    [GeneratedRegex(@"^\| (?<code>\d) \|", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName();

    [GeneratedRegex("\"(?:site|cutSite)\": (?<site>\\d+)")]
    private static partial Regex SiteNumber();
}
