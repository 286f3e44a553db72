// Proves that a name leads to the record that is meant, and that one which leads to none or to several is answered by what there is.
using Weft.Capture;
using Weft.Store.Addresses;
using Weft.Store.Runs;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests.Addresses;

public sealed class LookupTests : IDisposable
{
    private readonly TestRun _test = new(new RecorderOptions { OutputsPerSite = 2 });
    private readonly ulong _roots;

    public LookupTests() => _roots = _test.NewBuffer().RootRange(TestRun.Source("numbers"), 0, 3);

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Output_WithoutIndex_IsTheOnlyRecord()
    {
        _test.Session.PostOutput(null, Number(TestRun.Site("Sum", 3, output: "total")), TestRun.Column(0, _roots));

        OutputRecord record = OutputRecord.Find(_test.Close(), "total");

        Assert.Equal((0, "total"), (record.Index, record.Label));
    }

    [Fact]
    public void Output_WithoutIndexOfSeveralRecords_SaysHowMany()
    {
        _test.Output("report", TestRun.Column(0, _roots, _roots + 1));
        AssertFails(AskFault.Question, "report has 2 records. Say which, the first is report[0].", "report");
    }

    [Fact]
    public void Output_IndexBehindTheEnd_SaysHowManyThereAre()
    {
        _test.Output("report", TestRun.Column(0, _roots, _roots + 1));
        AssertFails(AskFault.NotFound, "report has no record 2: it has 2 records, report[0] to report[1].", "report[2]");
    }

    [Fact]
    public void Output_WithoutRecords_SaysSo()
    {
        _test.Output("report", TestRun.Column(0));
        AssertFails(AskFault.NotFound, "report has no records.", "report[0]");
    }

    [Fact]
    public void Output_SeveralOccurrences_AreToldApartByNumber()
    {
        for (int i = 0; i < 3; i++) _test.Output("round", TestRun.Column(0, _roots + (uint)i));
        OpenRun run = _test.Close();

        Assert.Equal("round#1[0]", OutputRecord.Find(run, "round").Label);
        Assert.Equal("round#2[0]", OutputRecord.Find(run, "round#2[0]").Label);
        AssertFails(AskFault.NotFound, "round#3 was not kept: of 3 occurrences the recording holds 2 (WEFT_OUTPUTS_PER_SITE sets how many).", "round#3");
        AssertFails(AskFault.NotFound, "round has no occurrence 4: it was made 3 times, round#1 to round#3.", "round#4[0]");
        AssertFails(AskFault.NotFound, "round has no occurrence 0: it was made 3 times, round#1 to round#3.", "round#0");
    }

    [Fact]
    public void Output_NameOfSeveralPlaces_AsksWhich()
    {
        _test.Session.PostOutput(null, Number(TestRun.Site("ToList", 3, output: "top")), TestRun.Column(0, _roots));
        _test.Session.PostOutput(null, Number(TestRun.Site("ToList", 4, output: "top")), TestRun.Column(0, _roots + 1));

        AssertFails(AskFault.Question, "'top' is the name of 2 outputs. Say which:\n  top@Program.cs:3[0]\n  top@Program.cs:4[0]", "top[0]");
        Assert.Equal(4, OutputRecord.Find(_test.Open(), "top@Program.cs:4[0]").Output.Site!.Line);
    }

    [Fact]
    public void Output_NameOfOneLine_IsToldApartByColumn()
    {
        _test.Session.PostOutput(null, Number(TestRun.Site("ToList", 3, output: "top")), TestRun.Column(0, _roots));
        Sites.SiteRow second = TestRun.Site("ToArray", 3, output: "top");
        second.Column = 40;
        _test.Session.PostOutput(null, Number(second), TestRun.Column(0, _roots + 1));

        AssertFails(AskFault.Question, "'top' is the name of 2 outputs. Say which:\n  top@Program.cs:3:5\n  top@Program.cs:3:40", "top");
        Assert.Equal("ToArray", OutputRecord.Find(_test.Open(), "top@Program.cs:3:40").Output.Site!.Operator);
    }

    [Fact]
    public void Output_NameGivenInCode_IsMeantBeforeAVariableOfThatName()
    {
        _test.Session.PostOutput(null, Number(TestRun.Site("ToList", 3, output: "report")), TestRun.Column(0, _roots, _roots + 1));
        _test.Output("report", TestRun.Column(0, _roots));
        OpenRun run = _test.Close();

        Assert.Equal(1, OutputRecord.Find(run, "report").Occurrence.Count);
        Assert.Equal(2, OutputRecord.Find(run, "report@Program.cs:3[1]").Occurrence.Count);
    }

    [Fact]
    public void Output_NameWithMarksOfItsOwn_IsFound()
    {
        _test.Output("a[1] #2@x:3", TestRun.Column(0, _roots, _roots + 1));
        Assert.Equal(1, OutputRecord.Find(_test.Close(), "a[1] #2@x:3[1]").Index);
    }

    [Fact]
    public void Output_UnknownName_IsAnsweredByTheNearest()
    {
        _test.Output("report", TestRun.Column(0, _roots));
        _test.CloseOnly();
        AssertFails(AskFault.NotFound, $"no output 'repot' in run {Path.GetFileName(_test.Directory)}. Did you mean report?", "repot[1]");
        AssertFails(AskFault.NotFound, $"no output 'bananas' in run {Path.GetFileName(_test.Directory)}. Its outputs are:\n  report\nA local gives an output its name in a Debug build; Lineage.Output names one in any build.", "bananas");
    }

    [Fact]
    public void Output_OfAnotherRunOfTheFolder_IsToldWithTheRunsName()
    {
        _test.Output("report", TestRun.Column(0, _roots));
        OpenRun asked = _test.Close();
        using var other = new TestRun();
        other.Output("bananas", TestRun.Column(0, _roots));
        other.CloseOnly();
        string name = Path.GetFileName(other.Directory);
        Directory.Move(other.Directory, Path.Combine(_test.Folder, name));

        AskException failed = Assert.Throws<AskException>(() => OutputRecord.Find(asked, "bananas[0]"));

        Assert.EndsWith($"\nrun {name} has one: ask it with --run {name}", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("--run", Assert.Throws<AskException>(() => OutputRecord.Find(asked, "apples[0]")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_RunWithoutOutputs_SaysSo() => AssertFails(
        AskFault.NotFound, "it has no outputs: the program kept no result of a woven operator, or ended before it had one.", "report", ignoreRun: true);

    [Theory]
    [InlineData("lines.txt:2", 1L)]
    [InlineData("lines.txt[1]", 1L)]
    [InlineData("a/lines.txt:2", 1L)]
    [InlineData("./a/lines.txt:2", 1L)]
    [InlineData("a\\lines.txt[0]", 0L)]
    [InlineData("lines.txt", null)]
    public void Source_File_IsFoundByNamePathAndLine(string text, long? index)
    {
        RecordFile("a");
        SourceRecords records = SourceRecords.Find(_test.Close(), text);
        Assert.Equal((LineageSourceKind.File, index), (records.Source.Kind, records.Index));
    }

    [Fact]
    public void Source_FilesOfOneName_AreToldApartByPath()
    {
        string first = RecordFile("a"), second = RecordFile("b");
        AssertFails(AskFault.Question, $"'lines.txt' is the name of 2 sources. Say which:\n  {first}:2\n  {second}:2", "lines.txt:2", source: true);
        Assert.Equal(second, SourceRecords.Find(_test.Open(), "b/lines.txt:2").Source.Path);
        Assert.Equal(second, SourceRecords.Find(_test.Open(), second + ":2").Source.Path);
    }

    [Fact]
    public void Source_FileReadAtTwoPlaces_IsOne()
    {
        RecordFile("a", line: 5);
        RecordFile("a", line: 6);
        OpenRun run = _test.Close();
        SourceRecords records = SourceRecords.Find(run, "lines.txt:2");
        Assert.Equal(2, records.Sources.Count);
        Assert.Equal(2, records.Spans(run.Recording).Count);
    }

    [Fact]
    public void Source_LineThatWasNotRead_SaysWhichWere()
    {
        RecordFile("a");
        AssertFails(AskFault.NotFound, "lines.txt:4 did not enter the program: of lines.txt, the lines 1 to 3 did (lines count from 1, [ ] from 0).", "lines.txt:4", source: true);
        AssertFails(AskFault.NotFound, "lines.txt:0 did not enter the program: of lines.txt, the lines 1 to 3 did (lines count from 1, [ ] from 0).", "lines.txt:0", source: true);
    }

    [Fact]
    public void Source_CollectionsOfOneName_AreToldApartByPlace()
    {
        _test.NewBuffer().RootRange(TestRun.Source("numbers", line: 77), 0, 3);
        AssertFails(AskFault.Question, "'numbers' is the name of 2 sources. Say which:\n  numbers@Program.cs:1[2]\n  numbers@Program.cs:77[2]", "numbers[2]", source: true);
        Assert.Equal(77, SourceRecords.Find(_test.Open(), "numbers@Program.cs:77[2]").Source.Site!.Line);
    }

    [Fact]
    public void Source_UnknownName_IsAnsweredByTheNearest() =>
        AssertFails(AskFault.NotFound, "Did you mean numbers?", "nunbers[2]", source: true, ignoreRun: true);

    [Fact]
    public void Source_InnerSequence_IsFoundByTheOperatorThatTookIt()
    {
        int step = Steps.Intern(TestRun.Sites(TestRun.Site("SelectMany", 12))[0]);
        _test.NewBuffer().DeriveFanOutRoots(step, _roots, 4);
        SourceRecords records = SourceRecords.Find(_test.Close(), "inner sequence of SelectMany Program.cs:12[3]");
        Assert.Equal((LineageSourceKind.Inner, 3L), (records.Source.Kind, records.Index));
    }

    private static int Number(Sites.SiteRow row) => SiteRegistry.NumberOf(TestRun.Sites(row)[0]);

    // A file of three lines that the run reads.
    private string RecordFile(string folder, int line = 5)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(_test.Folder, folder)).FullName, "lines.txt");
        if (!File.Exists(path)) File.WriteAllText(path, "one\ntwo\nthree\n");
        _test.NewBuffer().RootRange(Capture.Sources.File(TestRun.Sites(TestRun.Site("ReadLines", line))[0], path), 0, 3);
        return path;
    }

    private void AssertFails(AskFault fault, string message, string text, bool source = false, bool ignoreRun = false)
    {
        OpenRun run = _test.Close();
        AskException failed = Assert.Throws<AskException>(() => source ? (object)SourceRecords.Find(run, text) : OutputRecord.Find(run, text));
        if (ignoreRun) Assert.EndsWith(message.Replace("it has no outputs", "has no outputs"), failed.Message, StringComparison.Ordinal);
        else Assert.Equal(message, failed.Message);
        Assert.Equal(fault, failed.Fault);
    }
}
