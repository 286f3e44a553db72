// Proves: over random programs of puts, takes, looks, clears and changes that nobody follows, with many equal priorities and equal elements, a priority queue does what .NET's does, with as many calls of its comparer, and what is
// taken out follows exactly from one of the records that such an element was put in for, each once, or says that it cannot tell; as long as every change is followed, it is exact.
using Weft.Tests.Capture;

namespace Weft.Tests.Queues;

public class PriorityQueueTests
{
    private const int Numbers = 100;

    private static readonly int[] _sites = TestSites.Register(
        TestSites.Row("ToList", 10, source: "numbers"), TestSites.Row("Enqueue", 11), TestSites.Row("Dequeue", 12), TestSites.Row("Peek", 13), TestSites.Row("Add", 14), TestSites.Row("ToList", 15, source: "queue"));

    private static readonly List<int> _numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, Numbers).ToArray(), _sites[0]);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Random_programs_never_lie(bool isAlwaysFollowed, bool hasComparer)
    {
        for (int seed = 0; seed < QueuePrograms.Count; seed++)
        {
            int calls = 0, plainCalls = 0;
            var random = new Random(seed);
            PriorityQueue<int, int> queue = New(hasComparer, () => calls++), plain = New(hasComparer, () => plainCalls++);
            var held = new List<(int Element, int Priority, int? Number)>();
            for (int step = 0; step < 120; step++)
            {
                int number = random.Next(Numbers), element = number % 4, priority = number % 3;
                switch (random.Next(isAlwaysFollowed ? 13 : 16))
                {
                    case < 5: Woven.Enqueue<Recording, int, int>(queue, element, priority, RecordOf(number), _sites[1]); plain.Enqueue(element, priority); held.Add((element, priority, number)); break;
                    case < 8: Take(queue, plain, held, isAlwaysFollowed, seed); break;
                    case 8: Peek(queue, plain, held, isAlwaysFollowed, seed); break;
                    case 9 when random.Next(4) == 0: Read(queue, plain, held, isAlwaysFollowed, seed); break;
                    case 10: Resize(random, queue, plain); break;
                    case 11: Remove(queue, plain, element, held, isAlwaysFollowed, seed); break;
                    case 12: EnqueueRange(random, queue, plain, held); break;
                    case 13: queue.Enqueue(element, priority); plain.Enqueue(element, priority); held.Add((element, priority, null)); break;
                    case 14 when plain.Count > 0: Assert.Equal(plain.DequeueEnqueue(element, priority), queue.DequeueEnqueue(element, priority)); held = [.. plain.UnorderedItems.Select(item => (item.Element, item.Priority, (int?)null))]; break;
                    case 15 when random.Next(3) == 0: queue.Clear(); plain.Clear(); held.Clear(); break;
                }
                Assert.Equal(plain.UnorderedItems, queue.UnorderedItems);
                Assert.Equal(plainCalls, calls);
            }
        }
    }

    [Fact]
    public void Objects_that_are_equal_to_the_program_are_told_apart()
    {
        var queue = new PriorityQueue<string, int>();
        string[] texts = [new string('a', 3), new string('a', 3), new string('a', 3)];
        for (int i = 0; i < texts.Length; i++) Woven.Enqueue<Recording, string, int>(queue, texts[i], 1, RecordOf(i), _sites[1]);
        for (LoopRecord record = default; queue.Count > 0;)
        {
            string taken = Woven.Dequeue<Recording, string, int>(queue, ref record, _sites[2]);
            Assert.Equal(Array.FindIndex(texts, text => ReferenceEquals(text, taken)), Answer(0, record).Roots.Single().Index);
        }
    }

    private static PriorityQueue<int, int> New(bool hasComparer, Action called) => hasComparer
        ? new(Comparer<int>.Create((x, y) =>
        {
            called();
            return x.CompareTo(y);
        }))
        : new();

    private static void Remove(PriorityQueue<int, int> queue, PriorityQueue<int, int> plain, int element, List<(int Element, int Priority, int? Number)> held, bool isExact, int seed)
    {
        LoopRecord record = default;
        bool isThere = plain.Remove(element, out int expected, out int priority);
        Assert.Equal(isThere, Woven.Remove<Recording, int, int>(queue, element, out int removed, out int found, null, ref record, _sites[2]));
        Assert.Equal((expected, priority), (removed, found));
        if (isThere) held.RemoveAt(Check(Answer(element, record), element, priority, held, isExact, seed));
    }

    private static void EnqueueRange(Random random, PriorityQueue<int, int> queue, PriorityQueue<int, int> plain, List<(int Element, int Priority, int? Number)> held)
    {
        // Elements are told apart by the numbers that they are made of, priorities are theirs, or one for all.
        int first = random.Next(Numbers - 5), count = random.Next(5), priority = random.Next(3);
        IEnumerable<int> chosen = Woven.Take<Recording, int>(Woven.Skip<Recording, int>(_numbers, first, _sites[0]), count, _sites[0]);
        IEnumerable<(int, int)> items = Woven.Select<Recording, int, (int, int)>(chosen, static number => (number % 4, number % 3), _sites[0]);
        bool hasOne = random.Next(2) == 0;
        switch (hasOne, random.Next(2))
        {
            case (true, 0): Woven.EnqueueRange<Recording, int, int>(queue, Woven.Select<Recording, int, int>(chosen, static number => number % 4, _sites[0]), priority, _sites[1]); break;
            case (true, _): Woven.EnqueueRange<Recording, int, int>(queue, Woven.ToList<Recording, int>(Woven.Select<Recording, int, int>(chosen, static number => number % 4, _sites[0]), _sites[0]), priority, _sites[1]); break;
            case (false, 0): Woven.EnqueueRange<Recording, int, int>(queue, items, _sites[1]); break;
            default: Woven.EnqueueRange<Recording, int, int>(queue, Woven.ToArray<Recording, (int, int)>(items, _sites[0]), _sites[1]); break;
        }
        if (hasOne) plain.EnqueueRange(Enumerable.Range(first, count).Select(static number => number % 4), priority);
        else plain.EnqueueRange(Enumerable.Range(first, count).Select(static number => (number % 4, number % 3)));
        for (int number = first; number < first + count; number++) held.Add((number % 4, hasOne ? priority : number % 3, number));
    }

    private static void Resize(Random random, PriorityQueue<int, int> queue, PriorityQueue<int, int> plain)
    {
        int capacity = queue.Count + random.Next(20);
        if (random.Next(2) == 0)
        {
            Assert.Equal(plain.EnsureCapacity(capacity), Woven.EnsureCapacity<Recording, int, int>(queue, capacity, _sites[1]));
            return;
        }
        Woven.TrimExcess<Recording, int, int>(queue, _sites[1]);
        plain.TrimExcess();
    }

    private static void Take(PriorityQueue<int, int> queue, PriorityQueue<int, int> plain, List<(int Element, int Priority, int? Number)> held, bool isExact, int seed)
    {
        LoopRecord record = default;
        bool isThere = plain.TryDequeue(out int expected, out int priority);
        Assert.Equal(isThere, Woven.TryDequeue<Recording, int, int>(queue, out int element, out int found, ref record, _sites[2]));
        Assert.Equal((expected, priority), (element, found));
        if (isThere) held.RemoveAt(Check(Answer(element, record), element, priority, held, isExact, seed));
    }

    private static void Peek(PriorityQueue<int, int> queue, PriorityQueue<int, int> plain, List<(int Element, int Priority, int? Number)> held, bool isExact, int seed)
    {
        LoopRecord record = default;
        bool isThere = plain.TryPeek(out int expected, out int priority);
        Assert.Equal(isThere, Woven.TryPeek<Recording, int, int>(queue, out int element, out _, ref record, _sites[3]));
        Assert.Equal(expected, element);
        if (isThere) Check(Answer(element, record), element, priority, held, isExact, seed);
    }

    private static void Read(PriorityQueue<int, int> queue, PriorityQueue<int, int> plain, List<(int Element, int Priority, int? Number)> held, bool isExact, int seed)
    {
        List<(int Element, int Priority)> list = Woven.ToList<Recording, (int, int)>(queue.UnorderedItems, _sites[5]);
        Assert.Equal(plain.UnorderedItems, list);
        if (list.Count > 0 && Lineage.Of(list, 0).Why().Roots.Any(root => root.Source.Name == "queue")) return; // nobody traced any of it
        for (int i = 0; i < list.Count; i++) Check(Lineage.Of(list, i).Why(), list[i].Element, list[i].Priority, held, isExact, seed);
    }

    // The place of a record that the answer may name.
    private static int Check(LineageGraph answer, int element, int priority, List<(int Element, int Priority, int? Number)> held, bool isExact, int seed)
    {
        if (answer.Verdict != LineageVerdict.Exact || answer.Roots.Single().Source.Name != "numbers")
        {
            Assert.True(!isExact, $"program {seed}:\n{answer}");
            return held.FindIndex(one => one.Element == element && one.Priority == priority);
        }
        long number = answer.Roots.Single().Index;
        int place = held.FindIndex(one => one.Element == element && one.Priority == priority && (one.Number == number || (!isExact && one.Number is null)));
        Assert.True(place >= 0, $"program {seed}, {element} of priority {priority}:\n{answer}");
        return place;
    }

    private static LineageGraph Answer(int element, LoopRecord record)
    {
        var list = new List<int>();
        Woven.Add<Recording, int>(list, element, record, _sites[4]);
        return Lineage.Of(list, 0).Why();
    }

    private static LoopRecord RecordOf(int number) => new(Lineage.Of(_numbers, number).Span.Value, 0);
}
