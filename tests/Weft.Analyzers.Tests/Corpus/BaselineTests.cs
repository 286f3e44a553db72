using System.Reflection;
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
    public void DifferencesFrom_TheSameFindings_AreNone()
    {
        Baseline run = Of("shop", Commit, "WEFT302", "WEFT302", "WEFT101");
        Write(run);

        Assert.Empty(Of("shop", Commit, "WEFT302", "WEFT302", "WEFT101").DifferencesFrom(Baseline.Read(_file)));
    }

    [Theory]
    [InlineData("WEFT302 WEFT302 WEFT302", "shop (weft): added WEFT302 Info src/My File.cs:3")]
    [InlineData("WEFT302", "shop (weft): lost WEFT302 Info src/My File.cs:2")]
    [InlineData("WEFT302 WEFT101", "shop (weft): lost WEFT302 Info src/My File.cs:2", "shop (weft): added WEFT101 Info src/My File.cs:2")]
    [InlineData("", "shop (weft): lost WEFT302 Info src/My File.cs:1", "shop (weft): lost WEFT302 Info src/My File.cs:2")]
    public void DifferencesFrom_OtherFindings_NameThem(string found, params string[] differences)
    {
        Write(Of("shop", Commit, "WEFT302", "WEFT302"));

        Assert.Equal(differences.Order(StringComparer.Ordinal), Of("shop", Commit, found.Split(' ', StringSplitOptions.RemoveEmptyEntries)).DifferencesFrom(Baseline.Read(_file)));
    }

    [Fact]
    public void DifferencesFrom_AFindingThatMoved_AreTwo()
    {
        Write(Baseline.Of([("shop", Commit)], "weft", [new CorpusFinding("shop", "WEFT302", DiagnosticSeverity.Info, "A.cs", 1, "", "")]));

        Assert.Equal(2, Baseline.Of([("shop", Commit)], "weft", [new CorpusFinding("shop", "WEFT302", DiagnosticSeverity.Info, "A.cs", 2, "", "")]).DifferencesFrom(Baseline.Read(_file)).Count());
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

        Assert.Equal(["bank 0123456789 weft", "shop later weft", "  WEFT101 Info 1 src/My File.cs"], File.ReadAllLines(_file).Where(line => !line.StartsWith('#')));
        Assert.Empty(Of("bank", Commit).DifferencesFrom(Baseline.Read(_file)));
    }

    [Theory]
    [InlineData("shop 0123456789")]
    [InlineData("  WEFT302 Info 1 A.cs")]
    [InlineData("shop 0123456789 weft\n  WEFT302 Info one A.cs")]
    public void Read_ALineOfAnotherForm_NamesFileAndLine(string text)
    {
        File.WriteAllText(_file, "# a comment\n" + text + "\n");

        FormatException error = Assert.Throws<FormatException>(() => Baseline.Read(_file));

        Assert.StartsWith($"{_file}:{text.Split('\n').Length + 1}:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheRepositorysOwn_DiffersFromNothing()
    {
        string root = typeof(BaselineTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
        var own = Baseline.Read(Path.Combine(root, "eng/Rules/baseline.txt"));

        own.WriteInto(_file);

        Assert.Equal(File.ReadAllText(Path.Combine(root, "eng/Rules/baseline.txt")), File.ReadAllText(_file));
        Assert.Empty(own.DifferencesFrom(Baseline.Read(_file)));
    }

    private static Baseline Of(string repository, string commit, params string[] found)
        => Baseline.Of([(repository, commit)], "weft", found.Select((id, number) => new CorpusFinding(repository, id, DiagnosticSeverity.Info, "src/My File.cs", number + 1, "", "")));

    // An empty file is a baseline without runs.
    private void Write(Baseline baseline) => baseline.WriteInto(_file);
}
