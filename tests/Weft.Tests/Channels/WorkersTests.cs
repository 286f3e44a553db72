// Proves: over random pipelines of channels, with several workers a stage that read and write in every way there is, each item that arrives follows exactly from
// the number that it was written for.
using System.Threading.Channels;
using Weft.Tests.Capture;

namespace Weft.Tests.Channels;

public class WorkersTests
{
    private const int Items = 40;

    private static readonly int[] _sites = TestSites.Register(
        TestSites.Row("ToList", 10, source: "numbers"), TestSites.Row("TryWrite", 11), TestSites.Row("WriteAsync", 12), TestSites.Row("TryRead", 13), TestSites.Row("ReadAsync", 14), TestSites.Row("Add", 15));

    private static int Programs => int.TryParse(Environment.GetEnvironmentVariable("CHANNEL_PROGRAMS"), out int programs) ? programs / 10 : 50;

    [Fact]
    public async Task Random_pipelines_hand_each_record_on()
    {
        for (int seed = 0; seed < Programs; seed++)
        {
            List<int> arrived = await Run(new Random(seed));
            Assert.Equal(Enumerable.Range(0, Items), arrived.Order());
            for (int i = 0; i < arrived.Count; i++)
            {
                LineageGraph answer = Lineage.Of(arrived, i).Why();
                Assert.True(answer.Verdict == LineageVerdict.Exact && answer.Roots.Single() is var root && root.Index == arrived[i] && root.Source.Name == "numbers", $"program {seed}, item {arrived[i]}:\n{answer}");
            }
        }
    }

    private static async Task<List<int>> Run(Random random)
    {
        List<int> numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, Items).ToArray(), _sites[0]);
        Channel<int>[] channels = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Create(random))];
        var stages = new List<Task>();
        for (int stage = 1; stage < channels.Length; stage++)
        {
            ChannelReader<int> from = channels[stage - 1].Reader;
            ChannelWriter<int> to = channels[stage].Writer;
            Task[] workers = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next()).Select(seed => Task.Run(() => Read(from, new Random(seed), (item, record) => Write(to, item, record, new Random(seed)))))];
            stages.Add(Task.WhenAll(workers).ContinueWith(_ => to.Complete(), TaskScheduler.Default));
        }
        int first = random.Next();
        stages.Add(Task.Run(() => WriteAll(numbers, channels[0].Writer, new Random(first))));

        var arrived = new List<int>();
        await Read(channels[^1].Reader, random, (item, record) =>
        {
            Woven.Add<Recording, int>(arrived, item, record, _sites[5]);
            return Task.CompletedTask;
        });
        await Task.WhenAll(stages);
        return arrived;
    }

    private static async Task WriteAll(List<int> numbers, ChannelWriter<int> writer, Random random)
    {
        LoopSource? source = null;
        List<int>.Enumerator records = numbers.GetEnumerator();
        while (records.MoveNext()) await Write(writer, records.Current, Woven.RecordOf<Recording, int>(records, ref source, _sites[1]), random);
        writer.Complete();
    }

    private static async Task Write(ChannelWriter<int> writer, int item, LoopRecord record, Random random)
    {
        if (random.Next(3) == 0) await Task.Yield();
        if (random.Next(2) == 0)
        {
            await Woven.WriteAsync<Recording, int>(writer, item, default, record, _sites[2]);
            return;
        }
        while (!Woven.TryWrite<Recording, int>(writer, item, record, _sites[1])) await writer.WaitToWriteAsync();
    }

    // One of the ways to read by hand, changed now and then.
    private static async Task Read(ChannelReader<int> reader, Random random, Func<int, LoopRecord, Task> read)
    {
        LoopRecord record = default;
        while (await reader.WaitToReadAsync())
        {
            if (random.Next(2) == 0)
            {
                while (random.Next(5) > 0 && Woven.TryRead<Recording, int>(reader, out int item, ref record, _sites[3])) await read(item, record);
                continue;
            }
            try
            {
                int item = await Woven.ReadAsync<Recording, int>(reader, default, ref record, _sites[4]);
                Woven.Received<Recording>(ref record);
                await read(item, record);
            }
            catch (ChannelClosedException)
            {
                return;
            }
        }
    }

    private static Channel<int> Create(Random random) => random.Next(4) switch
    {
        0 => Woven.CreateUnbounded<Recording, int>(0),
        1 => Woven.CreateUnboundedPrioritized<Recording, int>(0),
        _ => Woven.CreateBounded<Recording, int>(random.Next(1, 5), 0),
    };
}
