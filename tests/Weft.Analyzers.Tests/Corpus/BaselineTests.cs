using Microsoft.CodeAnalysis;
using Weft.Rules;

namespace Weft.Analyzers.Tests.Corpus;

/// <summary>Proves that the corpus run's baseline tells what has changed since it was written, and nothing of repositories or vocabularies that a run does not have.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Commit = "0123456789";
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void DifferencesFrom_TheSameCounts_AreNone()
    {
        Baseline run = Of("shop", Commit, "WEFT302", "WEFT302", "WEFT101");
        Write(run);

        Assert.Empty(Of("shop", Commit, "WEFT101", "WEFT302", "WEFT302").DifferencesFrom(Baseline.Read(_file)));
    }

    [Theory]
    [InlineData("WEFT302 WEFT302 WEFT302", "WEFT302 Info 3, not in the baseline")]
    [InlineData("WEFT302", "WEFT302 Info 1, not in the baseline")]
    [InlineData("WEFT302 WEFT302 WEFT101", "WEFT101 Info 1, not in the baseline")]
    [InlineData("", "WEFT302 Info 2 in the baseline only")]
    public void DifferencesFrom_OtherCounts_NameThem(string found, string difference)
    {
        Write(Of("shop", Commit, "WEFT302", "WEFT302"));

        Assert.Contains(Of("shop", Commit, found.Split(' ', StringSplitOptions.RemoveEmptyEntries)).DifferencesFrom(Baseline.Read(_file)), line => line.EndsWith(difference, StringComparison.Ordinal));
    }

    [Fact]
    public void DifferencesFrom_AnotherCommit_IsTheCommitAlone()
    {
        Write(Of("shop", Commit, "WEFT302"));

        Assert.Equal(["shop (weft): at abc, the baseline at 0123456789"], Of("shop", "abc", "WEFT101").DifferencesFrom(Baseline.Read(_file)));
    }

    [Fact]
    public void WriteInto_AFileOfOtherRuns_KeepsThem()
    {
        Write(Of("shop", Commit, "WEFT302"));
        Write(Of("bank", Commit));
        Write(Of("shop", "later", "WEFT101"));

        Assert.Equal(["bank 0123456789 weft - - 0", "shop later weft WEFT101 Info 1"], File.ReadAllLines(_file).Where(line => !line.StartsWith('#')));
        Assert.Empty(Of("bank", Commit).DifferencesFrom(Baseline.Read(_file)));
    }

    [Fact]
    public void Read_ALineOfAnotherForm_NamesFileAndLine()
    {
        File.WriteAllText(_file, "# a comment\nshop 0123456789 weft WEFT302\n");

        FormatException error = Assert.Throws<FormatException>(() => Baseline.Read(_file));

        Assert.StartsWith($"{_file}:2:", error.Message, StringComparison.Ordinal);
    }

    private static Baseline Of(string repository, string commit, params string[] found)
        => Baseline.Of([(repository, commit)], "weft", found.Select(id => new CorpusFinding(repository, commit, id, DiagnosticSeverity.Info, "File.cs:1", "", "")));

    // An empty file is a baseline without runs.
    private void Write(Baseline baseline) => baseline.WriteInto(_file);
}
