// Proves: over random programs of puts, takes, looks and changes that nobody follows, a concurrent queue does what .NET's does, and what is taken out either follows exactly from the record that it was put in for or says that
// it cannot tell; with several threads that put equal values in and take them out while others read the whole queue, each item follows from the record of its own put, once.
using System.Collections.Concurrent;
using Weft.Tests.Capture;

namespace Weft.Tests.Queues.Concurrent;

public class ConcurrentQueueTests
{
    private const int Numbers = 100;

    private static readonly int[] _sites = TestSites.Register(
        TestSites.Row("ToList", 10, source: "numbers"), TestSites.Row("Enqueue", 11), TestSites.Row("TryDequeue", 12), TestSites.Row("TryPeek", 13), TestSites.Row("Add", 14), TestSites.Row("ToList", 15, source: "queue"));

    private static readonly List<int> _numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, Numbers).ToArray(), _sites[0]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_programs_never_lie(bool isAlwaysFollowed)
    {
        for (int seed = 0; seed < QueuePrograms.Count; seed++)
        {
            var random = new Random(seed);
            var queue = new ConcurrentQueue<int>();
            var records = new Queue<int?>(); // of what is in it, by number; null is what nobody followed
            Woven.Enqueue<Recording, int>(queue, 0, RecordOf(0), _sites[1]);
            records.Enqueue(0);
            for (int step = 0; step < 200; step++)
            {
                int number = random.Next(Numbers);
                switch (random.Next(isAlwaysFollowed ? 10 : 13))
                {
                    case < 5: Woven.Enqueue<Recording, int>(queue, number % 3, RecordOf(number), _sites[1]); records.Enqueue(number); break;
                    case < 8: Take(queue, records, seed); break;
                    case 8: Peek(queue, records, seed); break;
                    case 9 when random.Next(4) == 0: Read(queue, records, seed); break;
                    case 10: queue.Enqueue(number % 3); records.Enqueue(null); break;
                    case 11: Assert.Equal(records.TryDequeue(out _), queue.TryDequeue(out _)); break;
                    case 12 when random.Next(9) == 0: queue.Clear(); records.Clear(); break;
                }
            }
        }
    }

    [Fact]
    public void Threads_that_put_in_and_take_out_at_once_get_each_record_once()
    {
        const int Each = 20_000, Putters = 2, Takers = 2;
        var queue = new ConcurrentQueue<int>();
        List<int> numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, Putters * Each).ToArray(), _sites[0]);
        ulong first = Lineage.Of(numbers, 0).Span.Value;
        Woven.Enqueue<Recording, int>(queue, 7, new LoopRecord(first, 0), _sites[1]);
        LoopRecord begun = default;
        Assert.True(Woven.TryDequeue<Recording, int>(queue, out _, ref begun, _sites[2]));

        var spans = new ConcurrentDictionary<ulong, int>(); // by span of what was taken, the putter
        int left = Putters * Each;
        var threads = new List<Thread>();
        for (int i = 0; i < Putters; i++)
        {
            int putter = i;
            threads.Add(new Thread(() =>
            {
                for (int n = 0; n < Each; n++) Woven.Enqueue<Recording, int>(queue, putter, new LoopRecord(first + (ulong)(putter * Each + n), 0), _sites[1]);
            }));
        }
        for (int i = 0; i < Takers; i++)
        {
            threads.Add(new Thread(() =>
            {
                LoopRecord record = default;
                while (Volatile.Read(ref left) > 0)
                {
                    if (!Woven.TryDequeue<Recording, int>(queue, out int putter, ref record, _sites[2])) continue;
                    Interlocked.Decrement(ref left);
                    Assert.True(spans.TryAdd(record.Span, putter));
                }
            }));
        }
        threads.Add(new Thread(() =>
        {
            while (Volatile.Read(ref left) > 0) _ = Woven.ToList<Recording, int>(queue, _sites[5]);
        }));
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        Assert.Equal(Putters * Each, spans.Count);
        var taken = new List<int>();
        var random = new Random(1);
        foreach ((ulong span, int putter) in spans.OrderBy(_ => random.Next()).Take(200))
        {
            Woven.Add<Recording, int>(taken, putter, new LoopRecord(span, 0), _sites[4]);
            LineageGraph answer = Lineage.Of(taken, taken.Count - 1).Why();
            Assert.True(answer.Verdict == LineageVerdict.Exact && answer.Roots.Single() is var root && root.Index / Each == putter, answer.ToString());
        }
    }

    [Fact]
    public void Enqueue_of_what_nobody_traced_attaches_nothing()
    {
        var queue = new ConcurrentQueue<Guid>();
        Woven.Enqueue<Recording, Guid>(queue, Guid.Empty, _sites[1]);
        LoopRecord record = default;
        Assert.True(Woven.TryDequeue<Recording, Guid>(queue, out _, ref record, _sites[2]));
        Assert.True(record.IsNone);
        Assert.Null(Weft.Flows.Attachments.Find(queue));
    }

    [Fact]
    public void Members_of_null_throw_as_dotnets()
    {
        LoopRecord record = default;
        Assert.Throws<NullReferenceException>(() => Woven.Enqueue<Recording, int>((ConcurrentQueue<int>)null!, 1, RecordOf(1), _sites[1]));
        Assert.Throws<NullReferenceException>(() => Woven.TryDequeue<Recording, int>((ConcurrentQueue<int>)null!, out _, ref record, _sites[2]));
        Assert.Throws<NullReferenceException>(() => Woven.TryPeek<Recording, int>((ConcurrentQueue<int>)null!, out _, ref record, _sites[2]));
    }

    private static void Take(ConcurrentQueue<int> queue, Queue<int?> records, int seed)
    {
        LoopRecord record = default;
        bool isThere = records.TryDequeue(out int? expected);
        Assert.Equal(isThere, Woven.TryDequeue<Recording, int>(queue, out int item, ref record, _sites[2]));
        if (isThere) Check(item, record, expected, seed);
    }

    private static void Peek(ConcurrentQueue<int> queue, Queue<int?> records, int seed)
    {
        LoopRecord record = default;
        bool isThere = records.TryPeek(out int? expected);
        Assert.Equal(isThere, Woven.TryPeek<Recording, int>(queue, out int item, ref record, _sites[3]));
        if (isThere) Check(item, record, expected, seed);
    }

    private static void Read(ConcurrentQueue<int> queue, Queue<int?> records, int seed)
    {
        List<int> list = Woven.ToList<Recording, int>(queue, _sites[5]);
        Assert.Equal(queue, list);
        int i = 0;
        foreach (int? expected in records) Check(list[i], Lineage.Of(list, i++).Why(), expected, seed);
        Assert.Equal(i, list.Count);
    }

    private static void Check(int item, LoopRecord record, int? expected, int seed)
    {
        var list = new List<int>();
        Woven.Add<Recording, int>(list, item, record, _sites[4]);
        Check(item, Lineage.Of(list, 0).Why(), expected, seed);
    }

    private static void Check(int item, LineageGraph answer, int? expected, int seed)
    {
        if (expected is not { } number) Assert.True(answer.Verdict == LineageVerdict.Incomplete, $"program {seed}:\n{answer}");
        else Assert.True(answer.Verdict == LineageVerdict.Exact && answer.Roots.Single().Index == number && number % 3 == item, $"program {seed}, record {number}:\n{answer}");
    }

    private static LoopRecord RecordOf(int number) => new(Lineage.Of(_numbers, number).Span.Value, 0);
}
