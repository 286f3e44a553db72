// Proves the tool as people run it: a process, its exit codes, a program that was killed, one that is still running, and an answer with a million
// ancestors in bounded time and memory.
using System.Diagnostics;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

[Collection(SpecimenCollection.Name)]
public sealed class ProcessTests(Specimen specimen)
{
    [Theory]
    [InlineData("shop data", 0, "ls")]
    [InlineData("shop data", 0, "why", "report[1]")]
    [InlineData("shop data", 0, "impact", "customers.csv:2")]
    [InlineData("shop data", 0, "--help")]
    [InlineData("shop data", 0, "--version")]
    [InlineData("changed", 1, "why", "doubled[0]")]
    [InlineData("cut", 1, "why", "linked[0]")]
    [InlineData("shop data", 2)]
    [InlineData("shop data", 2, "why", "report[1]", "--nonsense")]
    [InlineData("namesakes", 2, "why", "top[0]")]
    [InlineData("shop data", 3, "why", "nothing[0]")]
    [InlineData("shop data", 3, "ls", "--dir", "nowhere")]
    public void Tool_Question_EndsWithTheDocumentedCode(string scene, int exitCode, params string[] arguments)
    {
        ProcessResult result = Tool(specimen.FolderOf(scene), arguments);
        Assert.True(exitCode == result.ExitCode, $"exit code {result.ExitCode}\n{result.Out}{result.Error}");
        Assert.Equal(exitCode >= 2, result.Error.Length > 0);
        Assert.DoesNotContain("\u001b", result.Out + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tool_UnreadableRecording_EndsWithTheDocumentedCode()
    {
        string folder = specimen.NewFolder("unreadable");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, ".weft", "run")).FullName, "00001.seg"), "");
        Assert.Equal(4, Tool(folder, "why", "report[1]").ExitCode);
    }

    [Fact]
    public void Tool_DirectoryByVariable_IsUsed()
    {
        string runs = Path.Combine(specimen.FolderOf("rounds"), ".weft");
        ProcessResult result = Processes.Run(Repository.ToolAssembly, ["why", "multiples[1]"], specimen.NewFolder("elsewhere"), ("WEFT_DIR", runs));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Tool_ProgramKilledWhileItRecords_AnswersOnWhatWasFlushed()
    {
        string folder = specimen.NewFolder("killed");
        using (Process program = Processes.Start(Repository.SpecimenAssembly, ["endless"], folder))
        {
            try
            {
                Assert.Equal("flushed 2", program.StandardOutput.ReadLine());
                Assert.Contains("  recording  ", Tool(folder, "ls").Out);
                Assert.Equal(0, Tool(folder, "why", "first[1]").ExitCode);
            }
            finally
            {
                program.Kill();
                program.WaitForExit();
            }
        }

        string list = Tool(folder, "ls").Out;
        Assert.Contains("ended abruptly", list);
        Assert.Contains("at least 1,500 (1,000 kept)", list);
        Assert.Contains("big was made at least 1,500 times; this is big#7\n", Tool(folder, "why", "big#7[0]").Out);
        Assert.Equal(
            "weft: big#1500 was not kept: of at least 1,500 occurrences the recording holds 1000 (WEFT_OUTPUTS_PER_SITE sets how many).\n", Tool(folder, "why", "big#1500[0]").Error);
        Assert.Equal("weft: big has no occurrence 1501 in the recording, which has no end: the last one that it tells of is big#1500.\n", Tool(folder, "why", "big#1501[0]").Error);
        Assert.Contains("\"state\": \"abrupt\"", Tool(folder, "ls", "--json").Out);
        ProcessResult why = Tool(folder, "why", "first[1]");
        Assert.Equal(0, why.ExitCode);
        Assert.Contains("\\- numbers[2]", why.Out);
        Assert.Contains("ended abruptly", why.Out);
        ProcessResult impact = Tool(folder, "impact", "numbers@Endless.cs:9[2]");
        Assert.Equal(1, impact.ExitCode);
        Assert.Contains("the recording ended abruptly; what the program did last may be missing", impact.Out);
    }

    [Fact]
    public void Tool_ProgramThatFailed_SaysSo()
    {
        string folder = specimen.NewFolder("failed");
        Specimen.Play("failing", folder, expectedExit: null);
        Assert.Contains("ended by an unhandled exception", Tool(folder, "ls").Out);
        Assert.Equal(0, Tool(folder, "why", "kept[0]").ExitCode);
    }

    // A million records joined, two million and more ancestors: 192 MiB would not hold as many nodes.
    [Fact]
    public void Tool_MillionsOfAncestors_AreCountedInBoundedTimeAndMemory()
    {
        string folder = specimen.FolderOf("million 1000000");
        (string, string)[] limits = [("DOTNET_GCHeapHardLimit", "0xC000000")];
        var clock = Stopwatch.StartNew();

        ProcessResult why = Processes.Run(Repository.ToolAssembly, ["why", "total"], folder, limits);
        ProcessResult impact = Processes.Run(Repository.ToolAssembly, ["impact", "Enumerable.Range@Million.cs:9[3]"], folder, limits);

        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"took {clock.Elapsed}");
        Assert.True(why.ExitCode == 0, why.Out + why.Error);
        Assert.Contains("2,000,011 ancestors, too many to list", why.Out);
        Assert.Contains("     1,000,000  Join Million.cs:10", why.Out);
        Assert.InRange(why.Out.Split('\n').Length, 5, 12);
        Assert.True(impact.ExitCode == 0, impact.Out + impact.Error);
        Assert.Contains("       100,000  Join Million.cs:10", impact.Out);
        Assert.Contains("  total         1   1", impact.Out);
    }

    [Fact]
    public void Tool_DeepTree_IsPrintedInTimeAndTextOfItsLines()
    {
        string folder = specimen.NewFolder("deep");
        Specimen.Play("deep 100000", folder, expectedExit: 0);
        var clock = Stopwatch.StartNew();

        ProcessResult why = Tool(folder, "why", "result[0]", "--limit", "1000000");

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
        Assert.True(why.ExitCode == 0, why.ExitCode + why.Error);
        string[] lines = why.Out.Split('\n');
        Assert.InRange(lines.Length, 200_000, 200_010);
        Assert.StartsWith("[41] +- Zip Deep.cs:10", lines[42], StringComparison.Ordinal);
    }

    private static ProcessResult Tool(string folder, params string[] arguments) => Processes.Run(Repository.ToolAssembly, arguments, folder);
}
