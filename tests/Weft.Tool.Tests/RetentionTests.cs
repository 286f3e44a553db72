// Proves that rm and prune remove what they were asked to and nothing else: not a run that is still being recorded, not a file that is not Weft's, and nothing at
// all in a dry run.
using System.Diagnostics;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

[Collection(SpecimenCollection.Name)]
public sealed class RetentionTests(Specimen specimen)
{
    [Theory]
    [InlineData(new[] { "prune", "--keep", "2" }, new[] { 2, 3 })]
    [InlineData(new[] { "prune", "--keep", "9" }, new[] { 0, 1, 2, 3 })]
    [InlineData(new[] { "prune", "--keep", "0" }, new int[0])]
    [InlineData(new[] { "prune", "--max-size", "1T" }, new[] { 0, 1, 2, 3 })]
    [InlineData(new[] { "prune", "--older-than", "1h" }, new[] { 0, 1, 2, 3 })]
    [InlineData(new[] { "prune", "--older-than", "0m" }, new int[0])]
    [InlineData(new[] { "prune", "--older-than", "1h", "--keep", "3" }, new[] { 1, 2, 3 })]
    [InlineData(new[] { "rm", "run-1", "run-2" }, new[] { 0, 3 })]
    public void Commands_FourRuns_KeepTheOthers(string[] arguments, int[] kept)
    {
        string folder = FourRuns();

        ProcessResult dry = ToolRun.Run(folder, [.. arguments, "--dry-run"]);
        Assert.Equal(4, RunsIn(folder).Length);
        ProcessResult result = ToolRun.Run(folder, arguments);

        Assert.Equal((ExitCode.Exact, ExitCode.Exact), (dry.ExitCode, result.ExitCode));
        Assert.Equal(kept.Select(number => $"run-{number}"), RunsIn(folder));
        Assert.Equal(result.Out, dry.Out.Replace("would remove", "removed").Replace("would be removed", "removed"));
        Assert.EndsWith($"; {kept.Length} kept\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Prune_MaxSize_KeepsTheNewestThatFit()
    {
        string folder = FourRuns();
        foreach (string run in Directory.GetDirectories(Path.Combine(folder, ".weft")))
        {
            using FileStream segment = File.Open(Path.Combine(run, "00001.seg"), FileMode.Append);
            segment.Write(new byte[40 << 10]);
        }
        Assert.Equal(ExitCode.Exact, ToolRun.Run(folder, "prune", "--max-size", "100K").ExitCode);
        Assert.Equal(["run-2", "run-3"], RunsIn(folder));
    }

    [Fact]
    public void Rm_OneNameNotUnderstood_RemovesNothing()
    {
        string folder = FourRuns();
        Assert.Equal(ExitCode.NotFound, ToolRun.Run(folder, "rm", "run-1", "run-9").ExitCode);
        Assert.Equal(ExitCode.Usage, ToolRun.Run(folder, "rm", "run-1", "run").ExitCode);
        Assert.Equal(4, RunsIn(folder).Length);
    }

    [Fact]
    public void Commands_ForeignFiles_AreNotTouched()
    {
        string folder = FourRuns();
        string run = Path.Combine(folder, ".weft", "run-0");
        string[] foreign = ["notes.txt", "00009.seg", "copy.seg", "deep/00001.seg"];
        foreach (string name in foreign)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(run, name))!);
            File.WriteAllText(Path.Combine(run, name), "This is a letter to somebody, not a segment.");
        }
        string beside = Path.Combine(folder, ".weft", "beside.txt");
        File.WriteAllText(beside, "");
        ToolRun.Run(folder, "impact", "numbers[1]", "--run", "run-0"); // makes impact.idx

        ProcessResult result = ToolRun.Run(folder, "prune", "--keep", "0");

        Assert.Equal(ExitCode.Exact, result.ExitCode);
        Assert.Contains("stays: it holds what is not Weft's (", result.Out);
        Assert.Equal(["run-0"], RunsIn(folder));
        Assert.Equal(foreign.Order(), Directory.GetFiles(run, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(run, path)).Order());
        Assert.True(File.Exists(beside));
    }

    [Fact]
    public void Commands_RunThatIsBeingRecorded_IsNotTouched()
    {
        string folder = specimen.NewFolder("live");
        using Process program = Processes.Start(Repository.SpecimenAssembly, ["endless"], folder);
        try
        {
            Assert.Equal("flushed 2", program.StandardOutput.ReadLine());
            string run = Assert.Single(RunsIn(folder));
            ProcessResult prune = ToolRun.Run(folder, "prune", "--keep", "0");
            Assert.Equal((ExitCode.Exact, $"not touched {run}: process {program.Id} is still recording it\n0 runs removed, 0 B; 1 kept\n"), (prune.ExitCode, prune.Out));
            Assert.Equal(ExitCode.NotExact, ToolRun.Run(folder, "rm", run).ExitCode);
            Assert.Equal(ExitCode.Exact, ToolRun.Run(folder, "why", "first[1]").ExitCode);
        }
        finally
        {
            program.Kill();
            program.WaitForExit();
        }
        Assert.Equal(ExitCode.Exact, ToolRun.Run(folder, "prune", "--keep", "0").ExitCode);
        Assert.Empty(RunsIn(folder));
    }

    [Fact]
    public void Commands_RunThatMayJustHaveBegun_IsNotTouched()
    {
        string folder = specimen.NewFolder("begun");
        string run = Directory.CreateDirectory(Path.Combine(folder, ".weft", "run")).FullName;
        File.WriteAllText(Path.Combine(run, "00001.seg"), "");

        Assert.Contains("not touched run: it may just have been begun", ToolRun.Run(folder, "prune", "--keep", "0").Out);
        Directory.SetLastWriteTimeUtc(run, DateTime.UtcNow.AddHours(-1));
        Assert.Contains("removed run", ToolRun.Run(folder, "prune", "--keep", "0").Out);
        Assert.False(Directory.Exists(run));
    }

    // Copies of one recording: the names tell which was first.
    private string FourRuns()
    {
        string folder = specimen.NewFolder("four");
        for (int number = 0; number < 4; number++)
        {
            string run = Directory.CreateDirectory(Path.Combine(folder, ".weft", $"run-{number}")).FullName;
            foreach (string file in Directory.GetFiles(specimen.RunOf("rounds"), "*.seg")) File.Copy(file, Path.Combine(run, Path.GetFileName(file)));
        }
        return folder;
    }

    private static string[] RunsIn(string folder) => [.. Directory.GetDirectories(Path.Combine(folder, ".weft")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
