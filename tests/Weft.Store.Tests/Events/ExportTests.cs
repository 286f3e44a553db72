// Proves the exports by the rules of their formats, which readers of their own check (ChromeRules, PerfettoRules, OtlpRules): on random histories every event is there once, at its time, on the track
// of its unit, and every reference is an arrow or a link; spans have at most 128 links and events; and a history of many events takes little memory.
using Weft.Store.Events;
using Weft.Store.Events.Export;
using Weft.Store.Runs;

namespace Weft.Store.Tests.Events;

public sealed class ExportTests
{
    private static readonly TraceId _trace = TraceId.New();

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Chrome_OfARandomHistory_KeepsTheRulesAndTellsAll(int seed)
    {
        (AskedEvents events, History history) = Play(seed);
        using (history)
        {
            byte[] bytes = Export(events, stream => new ChromeExport(stream));
            ChromeRules found = ChromeRules.Check(bytes);
            Assert.Equal(Ids(history).Order(), found.Events.Order());
            Assert.Equal(References(history), found.Arrows);
        }
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void Perfetto_OfARandomHistory_KeepsTheRulesAndTellsAll(int seed)
    {
        (AskedEvents events, History history) = Play(seed);
        using (history)
        {
            byte[] bytes = Export(events, stream => new PerfettoExport(stream));
            PerfettoRules found = PerfettoRules.Check(bytes);
            Assert.Equal(Ids(history).Order(), found.Events.Order());
            Assert.Equal(References(history), found.Arrows);
        }
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(43)]
    public void Otlp_OfARandomHistory_KeepsTheRulesAndTellsAll(int seed)
    {
        (AskedEvents events, History history) = Play(seed);
        using (history)
        {
            byte[] bytes = Export(events, stream => new OtlpExport(stream));
            OtlpRules found = OtlpRules.Check(bytes);
            Assert.Equal(Ids(history).Order(), found.Events.Order());
            Assert.Equal(References(history) - history.Recorded.Values.Count(unit => !unit[0].Reference.IsNone), found.Links); // of the first event it is the parent
            Assert.Equal(history.Recorded.Keys.Select(unit => unit.ToString()).Order(), found.Units.Order());
        }
    }

    [Fact]
    public void Otlp_UnitWithManyReferences_IsToldInPartsOf128()
    {
        using var history = new History();
        ExecutionUnitId other = history.Begin("other", 0, trace: _trace), busy = history.Begin("busy", 0, trace: _trace);
        for (int i = 1; i <= 1000; i++) history.Add(busy, EventKind.Receive, i * 1000, history.Add(other, EventKind.Send, i * 1000 - 500));
        OtlpRules found = OtlpRules.Check(Export(new AskedEvents([history.Close()]), stream => new OtlpExport(stream)));
        Assert.Equal(1000, found.Links);
        Assert.Equal(8, found.Parts["busy"]);
    }

    [Fact]
    public void Write_OneTrace_LeavesTheOthersOut()
    {
        using var history = new History();
        ExecutionUnitId wanted = history.Begin("wanted", 0, trace: _trace);
        history.Begin("unwanted", 0, trace: TraceId.New());
        using var output = new MemoryStream();
        Assert.Equal(1, EventExport.Write(new AskedEvents([history.Close()]), _trace, new ChromeExport(output)));
        Assert.Equal([$"{wanted}:1"], ChromeRules.Check(output.ToArray()).Events);
    }

    [Fact]
    public void Write_OfHundredsOfThousandsOfEvents_TakesLittleMemory()
    {
        using var history = new History();
        ExecutionUnitId[] units = [.. Enumerable.Range(0, 8).Select(i => history.Begin($"unit {i}", 0, trace: _trace))];
        const int Each = 60_000;
        EventId last = default;
        for (int i = 1; i < Each; i++)
            foreach (ExecutionUnitId unit in units) last = history.Add(unit, i % 3 == 0 ? EventKind.Receive : EventKind.Signal, i * 100, i % 3 == 0 ? last : default);
        history.Recorded.Clear();
        OpenRun run = history.Close();
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        long count = EventExport.Write(new AskedEvents([run]), default, new PerfettoExport(Stream.Null), _ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)));
        Assert.Equal(units.Length * Each, count);
        Assert.InRange(most - before, 0, 64 << 20);
    }

    private static (AskedEvents Events, History History) Play(int seed)
    {
        var history = new History();
        RandomHistory.Play(history, seed, events: 800, _trace);
        return (new AskedEvents([history.Close()]), history);
    }

    private static byte[] Export(AskedEvents events, Func<Stream, IEventExport> open)
    {
        using var output = new MemoryStream();
        EventExport.Write(events, default, open(output));
        return output.ToArray();
    }

    private static IEnumerable<string> Ids(History history) => history.Recorded.SelectMany(unit => unit.Value.Select(each => new EventId(unit.Key, each.Number).ToString()));

    private static int References(History history) => history.Recorded.Values.Sum(unit => unit.Count(each => !each.Reference.IsNone));
}
