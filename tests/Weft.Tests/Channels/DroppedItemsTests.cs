// Proves: what a full channel drops, in each of its modes and by each way to write, is an output of the recording at the site that wrote then, once each, and goes to the program's own callback as ever; what is not dropped is none.
using System.Threading.Channels;
using Weft.Segments;
using Weft.Tests.Capture;

namespace Weft.Tests.Channels;

public class DroppedItemsTests
{
    private const int Capacity = 3;
    private const int Items = 3000;

    [Theory]
    [InlineData(BoundedChannelFullMode.DropOldest)]
    [InlineData(BoundedChannelFullMode.DropNewest)]
    [InlineData(BoundedChannelFullMode.DropWrite)]
    public async Task Write_ToAFullChannel_TellsWhatWasDropped(BoundedChannelFullMode mode)
    {
        int[] sites = TestSites.Register(TestSites.Row("ToList", 10, source: "numbers"), TestSites.Row("CreateBounded", 11), TestSites.Row("TryWrite", 12), TestSites.Row("WriteAsync", 13), TestSites.Row("TryRead", 14), TestSites.Row("Add", 15));
        List<int> numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, Items).ToArray(), sites[0]);
        ulong first = Lineage.Of(numbers, 0).Span.Value;
        var dropped = new List<int>();
        Channel<int> channel = Woven.CreateBounded<Recording, int>(new BoundedChannelOptions(Capacity) { FullMode = mode }, dropped.Add, sites[1]);
        for (int i = 0; i < Items; i++)
        {
            var record = new LoopRecord(first + (ulong)i, 0);
            if (i % 2 == 0) Assert.True(Woven.TryWrite<Recording, int>(channel.Writer, i, record, sites[2]));
            else await Woven.WriteAsync<Recording, int>(channel.Writer, i, default, record, sites[3]);
        }
        var read = new List<int>();
        LoopRecord taken = default;
        while (Woven.TryRead<Recording, int>(channel.Reader, out int item, ref taken, sites[4])) Woven.Add<Recording, int>(read, item, taken, sites[5]);

        Assert.Equal(Capacity, read.Count);
        Assert.Equal(Items - Capacity, dropped.Count);
        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        int[] numbersOf = [.. sites.Select(Weft.Capture.SiteRegistry.NumberOf)];
        List<RecordedOutput> outputs = [.. recording.Outputs.Where(output => numbersOf.Contains(output.Block.Site) && output.Block.Name is not null)];
        Assert.All(outputs, output => Assert.Equal($"dropped by {mode}", output.Block.Name));
        Assert.Equal([numbersOf[2], numbersOf[3]], outputs.Select(output => output.Block.Site).Distinct().Order());
        Assert.Equal(dropped.Count, outputs.Sum(output => output.Block.Count));

        var spans = new HashSet<ulong>();
        foreach (RecordedOutput output in outputs)
        {
            Weft.Flows.SpanColumn column = recording.ReadColumn(output);
            for (int i = 0; i < column.Count; i++) Assert.True(spans.Add(column[i]));
        }
        for (int i = 0; i < read.Count; i++) Assert.DoesNotContain(Lineage.Of(read, i).Span.Value, spans);
    }

    [Fact]
    public void Write_ToAFullChannelWithoutACallback_TellsWhatWasDropped()
    {
        int[] sites = TestSites.Register(TestSites.Row("CreateBounded", 11), TestSites.Row("TryWrite", 12));
        Channel<string> channel = Woven.CreateBounded<Recording, string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }, sites[0]);
        Woven.TryWrite<Recording, string>(channel.Writer, "a", sites[1]);
        Woven.TryWrite<Recording, string>(channel.Writer, "b", sites[1]);
        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Lineage.RunDirectory!);
        Assert.Equal(1, Assert.Single(recording.Outputs, output => output.Block.Site == Weft.Capture.SiteRegistry.NumberOf(sites[1])).Block.Count);
    }
}
