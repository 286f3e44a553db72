// Proves: over random programs of puts, takes and changes that nobody follows, a queue and a stack do what .NET's do, and what is taken out either follows exactly
// from the record that it was put in for or says that it cannot tell; as long as every change is followed, it is exact.
using Weft.Tests.Capture;

namespace Weft.Tests.Queues;

public class HeldRecordsTests
{
    private static readonly int[] _sites = TestSites.Register(
        TestSites.Row("ToList", 10, source: "numbers"), TestSites.Row("Enqueue", 11), TestSites.Row("Dequeue", 12), TestSites.Row("Peek", 13), TestSites.Row("Add", 14), TestSites.Row("ToList", 15, source: "queue"));

    private static readonly List<int> _numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, 100).ToArray(), _sites[0]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_programs_of_queues_never_lie(bool isAlwaysFollowed)
    {
        for (int seed = 0; seed < QueuePrograms.Count; seed++)
        {
            var random = new Random(seed);
            var queue = new Queue<int>();
            var plain = new Queue<int>();
            for (int step = 0; step < 40; step++)
            {
                int item = random.Next(100);
                switch (random.Next(isAlwaysFollowed ? 9 : 12))
                {
                    case < 3: Woven.Enqueue<Recording, int>(queue, item, RecordOf(item), _sites[1]); plain.Enqueue(item); break;
                    case < 5 when plain.Count > 0: Check(seed, plain.Dequeue(), (ref LoopRecord r) => Woven.Dequeue<Recording, int>(queue, ref r, _sites[2]), isAlwaysFollowed); break;
                    case 5 when plain.Count > 0: Check(seed, plain.Peek(), (ref LoopRecord r) => Woven.Peek<Recording, int>(queue, ref r, _sites[3]), isAlwaysFollowed); break;
                    case 6: CheckAll(seed, plain, queue, isAlwaysFollowed); break;
                    case 7 when plain.Count == 0: Assert.Throws<InvalidOperationException>(() => Woven.Dequeue<Recording, int>(queue, _sites[2])); break;
                    case 8: Resize(random, queue, plain); break;
                    case 9: queue.Enqueue(item); plain.Enqueue(item); break;
                    case 10: queue.TryDequeue(out _); plain.TryDequeue(out _); break;
                    case 11 when random.Next(3) == 0: queue.Clear(); plain.Clear(); break;
                }
                Assert.Equal(plain, queue);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_programs_of_stacks_never_lie(bool isAlwaysFollowed)
    {
        for (int seed = 0; seed < QueuePrograms.Count; seed++)
        {
            var random = new Random(seed);
            var stack = new Stack<int>();
            var plain = new Stack<int>();
            for (int step = 0; step < 40; step++)
            {
                int item = random.Next(100);
                switch (random.Next(isAlwaysFollowed ? 8 : 11))
                {
                    case < 3: Woven.Push<Recording, int>(stack, item, RecordOf(item), _sites[1]); plain.Push(item); break;
                    case < 5 when plain.Count > 0: Check(seed, plain.Pop(), (ref LoopRecord r) => Woven.Pop<Recording, int>(stack, ref r, _sites[2]), isAlwaysFollowed); break;
                    case 5 when plain.Count > 0: Check(seed, plain.Peek(), (ref LoopRecord r) => Woven.Peek<Recording, int>(stack, ref r, _sites[3]), isAlwaysFollowed); break;
                    case 6: CheckAll(seed, plain, stack, isAlwaysFollowed); break;
                    case 7: Resize(random, stack, plain); break;
                    case 8: stack.Push(item); plain.Push(item); break;
                    case 9: stack.TryPop(out _); plain.TryPop(out _); break;
                    case 10 when random.Next(3) == 0: stack.Clear(); plain.Clear(); break;
                }
                Assert.Equal(plain, stack);
            }
        }
    }

    [Fact]
    public void Enqueue_of_what_nobody_traced_attaches_nothing()
    {
        var queue = new Queue<string>();
        Woven.Enqueue<Recording, string>(queue, "a", _sites[1]);
        Woven.Enqueue<Recording, string>(queue, "b", default, _sites[1]);
        LoopRecord record = default;
        Assert.Equal("a", Woven.Dequeue<Recording, string>(queue, ref record, _sites[2]));
        Assert.True(record.IsNone);
        Assert.Null(Weft.Flows.Attachments.Find(queue));
    }

    [Fact]
    public void Members_of_null_throw_as_dotnets()
    {
        LoopRecord record = default;
        Assert.Throws<NullReferenceException>(() => Woven.Enqueue<Recording, int>((Queue<int>)null!, 1, RecordOf(1), _sites[1]));
        Assert.Throws<NullReferenceException>(() => Woven.Dequeue<Recording, int>(null!, ref record, _sites[2]));
        Assert.Throws<NullReferenceException>(() => Woven.TryPop<Recording, int>((Stack<int>)null!, out _, ref record, _sites[2]));
        Assert.Throws<NullReferenceException>(() => Woven.Peek<Recording, int>((Stack<int>)null!, ref record, _sites[2]));
    }

    private delegate int Take(ref LoopRecord record);

    private static void Resize(Random random, Queue<int> queue, Queue<int> plain)
    {
        int capacity = queue.Count + random.Next(20);
        switch (random.Next(3))
        {
            case 0: Assert.Equal(plain.EnsureCapacity(capacity), Woven.EnsureCapacity<Recording, int>(queue, capacity, _sites[1])); break;
            case 1: Woven.TrimExcess<Recording, int>(queue, capacity, _sites[1]); plain.TrimExcess(capacity); break;
            case 2: Woven.TrimExcess<Recording, int>(queue, _sites[1]); plain.TrimExcess(); break;
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => Woven.EnsureCapacity<Recording, int>(queue, -1, _sites[1]));
    }

    private static void Resize(Random random, Stack<int> stack, Stack<int> plain)
    {
        int capacity = stack.Count + random.Next(20);
        switch (random.Next(3))
        {
            case 0: Assert.Equal(plain.EnsureCapacity(capacity), Woven.EnsureCapacity<Recording, int>(stack, capacity, _sites[1])); break;
            case 1: Woven.TrimExcess<Recording, int>(stack, capacity, _sites[1]); plain.TrimExcess(capacity); break;
            case 2: Woven.TrimExcess<Recording, int>(stack, _sites[1]); plain.TrimExcess(); break;
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => Woven.EnsureCapacity<Recording, int>(stack, -1, _sites[1]));
    }

    private static LoopRecord RecordOf(int item) => new(Lineage.Of(_numbers, item).Span.Value, 0);

    private static void Check(int seed, int expected, Take take, bool isExact)
    {
        LoopRecord record = default;
        Assert.Equal(expected, take(ref record));
        var list = new List<int>();
        Woven.Add<Recording, int>(list, expected, record, _sites[4]);
        Check(seed, expected, Lineage.Of(list, 0).Why(), isExact);
    }

    private static void CheckAll(int seed, IEnumerable<int> expected, IEnumerable<int> collection, bool isExact)
    {
        List<int> list = Woven.ToList<Recording, int>(collection, _sites[5]);
        Assert.Equal(expected, list);
        // A collection that nobody has put a record into since it was empty is a source of its own.
        if (list.Count > 0 && Lineage.Of(list, 0).Why() is { Roots: var roots } && roots.Any(root => root.Source.Name == "queue")) return;
        for (int i = 0; i < list.Count; i++) Check(seed, list[i], Lineage.Of(list, i).Why(), isExact);
    }

    private static void Check(int seed, int item, LineageGraph answer, bool isExact)
    {
        Assert.True(!isExact || answer.Verdict == LineageVerdict.Exact, $"program {seed}:\n{answer}");
        Assert.True(answer.Verdict != LineageVerdict.Exact || (answer.Roots.Single() is var root && (root.Source.Name != "numbers" || root.Index == item)), $"program {seed}, item {item}:\n{answer}");
    }
}
