// Proves the public door: records of collections that woven operators made answer in the process that made them, and those of others say
// why they cannot.
using System.Runtime.CompilerServices;
using Weft.Segments;
using Weft.Tests.Capture;

namespace Weft.Tests.Answers;

public class LineageTests
{
    private static readonly int[] _sites = TestSites.Register(TestSites.Row("Where", 10, source: "numbers"), TestSites.Row("Select", 11), TestSites.Row("ToList", 12));

    // The process-wide recorder takes its folder from the environment when something is recorded first.
    [ModuleInitializer]
    internal static void RecordToATemporaryFolder()
    {
        string directory = Directory.CreateTempSubdirectory("weft-tests-").FullName;
        Environment.SetEnvironmentVariable("WEFT_DIR", directory);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void Why_RecordOfAWovenPipeline_NamesSourceAndSites()
    {
        List<int> report = Pipeline();
        LineageRecord record = Lineage.Of(report, 2);
        Assert.True(Lineage.IsRecording);
        Assert.True(record.IsTraced);
        LineageGraph graph = record.Why();
        Assert.Equal("report[2]\n└─ numbers[5]  (Where Program.cs:10, Select Program.cs:11, ToList Program.cs:12)\n", graph.ToString());
        Assert.Equal(LineageVerdict.Exact, graph.Verdict);
        Assert.Equal(5, Assert.Single(graph.Roots).Index);
        Assert.True(Directory.Exists(Lineage.RunDirectory));
    }

    [Fact]
    public void Why_ListChangedSince_IsIncomplete()
    {
        List<int> report = Pipeline();
        report[0] = 99;
        report.Add(1);
        LineageGraph graph = Lineage.Of(report, 0).Why();
        Assert.Equal(LineageVerdict.Incomplete, graph.Verdict);
    }

    [Fact]
    public void Why_CollectionNobodyTraced_SaysSo()
    {
        var plain = new List<int> { 1, 2 };
        LineageRecord record = Lineage.Of(plain, 1);
        Assert.False(record.IsTraced);
        Assert.Equal(SpanId.None, record.Span);
        Assert.Equal("plain[1]\nincomplete:\n  lineage of plain[1] is not recorded: no woven operator made this collection\n", record.Why().ToString());
    }

    [Fact]
    public void Why_LazySequence_SaysSo()
    {
        LineageGraph graph = Lineage.Of(Enumerable.Range(0, 9).Where(i => i > 3), 1, "lazy").Why();
        Assert.Contains("made anew at each enumeration", Assert.Single(graph.Reasons));
    }

    [Fact]
    public void Of_WrongArguments_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => Lineage.Of<int>(null!, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lineage.Of([1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lineage.Of([1], 1));
        Assert.Throws<ArgumentNullException>(() => Lineage.Output("x", (List<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Lineage.Output(null!, [1]));
    }

    [Fact]
    public void Output_NamedInCode_IsInTheRecording()
    {
        string name = Guid.NewGuid().ToString();
        List<int> report = Pipeline();
        Lineage.Output(name, report);
        Lineage.Output(name, new List<int>()); // nobody traced it: ignored
        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        RecordedOutput output = Assert.Single(recording.Outputs, output => output.Block.Name == name);
        Assert.Equal(Lineage.Of(report, 0).Span.Value, recording.ReadColumn(output)[0]);
    }

    [Fact]
    public void Default_Record_SaysSo() => Assert.Contains("has no span", Assert.Single(default(LineageRecord).Why().Reasons));

    private static List<int> Pipeline()
    {
        int[] numbers = [.. Enumerable.Range(0, 10)];
        return Woven.ToList<Recording, int>(
            Woven.Select<Recording, int, int>(
                Woven.Where<Recording, int>(numbers, number => number % 2 == 1, _sites[0]), number => number * 10, _sites[1]), _sites[2]);
    }
}
