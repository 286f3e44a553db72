// Proves that the format does not change by accident: the golden file is read as it always was, and writing the same recording gives the
// same bytes. After a deliberate change of the format: raise the version, keep the old file as another golden one, and run with
// REWRITE_GOLDEN_FILES=1 (the new file appears beside the test assembly).
using Weft.Capture;
using Weft.Flows;
using Weft.Segments;
using Weft.Tests.Capture;
using Weft.Tests.Events;

namespace Weft.Tests.Segments;

public sealed class GoldenFileTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Write_GoldenRecording_GivesTheSameBytes()
    {
        GoldenRecording.Write(_directory.FullName);
        byte[] written = File.ReadAllBytes(Path.Combine(_directory.FullName, SegmentWriter.NameOf(1)));
        if (Environment.GetEnvironmentVariable("REWRITE_GOLDEN_FILES") == "1") File.WriteAllBytes(GoldenRecording.PathInSource, written);
        Assert.Equal(Convert.ToHexString(File.ReadAllBytes(GoldenRecording.PathInSource)), Convert.ToHexString(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Version1")]
    [InlineData("Version2")]
    public void Open_GoldenFile_TellsTheWholeRecording(string version)
    {
        using RunRecording recording = Open(version);
        Assert.Empty(recording.Damages);
        Assert.Equal(0, recording.TailBytes);
        Assert.Equal(GoldenRecording.Process, recording.Process);
        Assert.Equal(GoldenRecording.Sources, recording.Sources.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(GoldenRecording.Steps, recording.Steps.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        (SitesBlock sites, _) = Assert.Single(recording.Modules);
        Assert.Equal((1, "1.0.0"), (sites.FirstNumber, sites.Version));
        Assert.Equal(("Where", "numbers", 13), (recording.Site(2)!.Operator, recording.Site(2)!.SourceName, recording.Site(2)!.Line));
        Assert.Null(recording.Site(4));

        Assert.Equal([new OutputBlock(null, 3, 0, 2, 4), new OutputBlock("by hand", 0, 2, 3, 5)], recording.Outputs.Select(output => output.Block));
        Assert.Equal([11ul, 12, 13, 14], SpansOf(recording.ReadColumn(recording.Outputs[0])));
        Assert.Equal([1ul, 2, 4, 5, 7], SpansOf(recording.ReadColumn(recording.Outputs[1])));
        Assert.Equal(9, recording.Dropped);
        Assert.True(recording.WasDropped(55));
        Assert.False(recording.WasDropped(56));
        Assert.Equal((RecordingEnd.Exit, GoldenRecording.LastSpan, 9L), (recording.End!.End, recording.End.LastSpan, recording.End.Dropped));
        Assert.Equal([new OutputCount(null, 3, 1), new OutputCount("by hand", 0, 3)], recording.End.Outputs);
        Assert.Equal(new Dictionary<ulong, ulong> { [5] = 3 }, recording.UsedRoots());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Version1")]
    [InlineData("Version2")]
    public void Define_GoldenFile_TellsEverySpan(string version)
    {
        using RunRecording recording = Open(version);
        var expected = new Expectations();
        expected.Roots(1, 1, 0, 4);
        expected.Roots(5, 2, 0, 4);
        expected.Derived(9, 1, Expectations.First(1), Expectations.Second(5));
        expected.Derived(10, 1, Expectations.First(2), Expectations.Second(6));
        for (ulong i = 0; i < 3; i++) expected.Derived(11 + i, 2, Expectations.First(3), Expectations.Second(5 + i));
        expected.Derived(14, 2, Expectations.First(4), Expectations.Second(1));
        for (ulong i = 0; i < 2; i++) expected.Derived(17 + i, 2, Expectations.First(4), Expectations.Second(15 + i));
        expected.Derived(19, 3, Expectations.First(1, 2), Expectations.First(9));
        expected.Derived(20, 3, Expectations.First(11, 4));
        expected.Derived(21, 3, Expectations.First(1), Expectations.Second(5, 2));
        for (ulong i = 0; i < 3; i++) expected.Derived(22 + i, 2, Expectations.First(19 + i));
        expected.Derived(25, 1, Expectations.First(3));
        expected.Alias(40, 2, 7);
        expected.Alias(41, 2, 5);
        expected.Alias(42, 2, 6);
        expected.Derived(43, 3, Expectations.First(1, 2), Expectations.First(4, 2), Expectations.First(7));
        expected.AssertIn(recording);

        var parents = new List<ParentRun>();
        Assert.Equal(SpanDefinition.Root(2, 1, isInner: true), recording.Define(16, parents));
        Assert.Equal(SpanDefinition.Derived(3, isCoarse: true), recording.Define(45, parents));
        Assert.Equal([Expectations.First(2), Expectations.First(4, 2)], parents);
        for (ulong span = 26; span < 40; span++) Assert.Equal(SpanState.Missing, recording.Define(span, []).State);
    }

    [Fact]
    public void Define_ReceivedInGoldenFile_TellsWhereFrom()
    {
        using RunRecording recording = Open("");
        Assert.Equal(GoldenRecording.Received, recording.Received.OrderBy(range => range.First).Select(range => range with { Sender = 0 }));
        (ulong Span, ulong Process, ulong Index)[] expected =
        [
            (46, 0, 0), (47, 0, 1), (48, 0xFEDCBA9876543210, 1000), (49, 0xFEDCBA9876543210, 1001), (50, 0xFEDCBA9876543210, 1002),
            (51, 0xFEDCBA9876543210, 7), (52, 0xFEDCBA9876543210, 7), (53, 0x0123456789ABCDEF, 9),
        ];
        Assert.Equal(expected, expected.Select(one =>
        {
            SpanDefinition definition = recording.Define(one.Span, []);
            Assert.Equal(SpanState.Root, definition.State);
            return (one.Span, recording.SenderOf(definition.Operation), definition.Index);
        }));
        Assert.Null(recording.ReceivedWith(45));
    }

    [Fact]
    public void EventsOf_GoldenFile_TellsEveryEvent()
    {
        using RunRecording recording = Open("");
        Assert.Equal(GoldenEvents.Units, recording.Units);
        Assert.Equal(GoldenEvents.Events, recording.Units.Select(unit => recording.EventsOf(unit.Id)));
        Assert.True(recording.IsShared(GoldenEvents.Units[1].Id));
        Assert.False(recording.IsShared(GoldenEvents.Units[0].Id));
        Assert.Equal([new LostEvents(GoldenEvents.Units[0].Id.Value, 4, 2)], recording.LostEvents);
        Assert.Equal([GoldenEvents.Clock], recording.Clocks);
        Assert.Equal([new EventId(GoldenEvents.Units[1].Id, 6), null], recording.Outputs.Select(output => recording.MomentOf(output.Block)?.Event));
        Assert.Equal(GoldenEvents.Clock.Utc.AddSeconds(1), recording.Clock.UtcOf(GoldenEvents.Clock.Ticks + 1_000_000_000));
        EventLaws.AssertHold(recording);
    }

    private static RunRecording Open(string version) => RunRecording.Open(Path.Combine(Path.GetDirectoryName(GoldenRecording.PathInSource)!, version));

    private static ulong[] SpansOf(SpanColumn column)
    {
        ulong[] spans = new ulong[column.Count];
        column.CopyTo(0, spans);
        return spans;
    }
}
