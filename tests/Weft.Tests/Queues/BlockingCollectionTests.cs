// Proves: over random programs, a blocking collection whose items carry spans, made over a concurrent queue or stack of the program's or by itself, does what .NET's own does, and what is taken has the span
// that it was added with, also where an addition failed in between, and where the program uses what it has given itself.
using System.Collections.Concurrent;
using Weft.Tests.Capture;

namespace Weft.Tests.Queues;

public class BlockingCollectionTests
{
    private static readonly int[] _sites = TestSites.Register(TestSites.Row("ToList", 10, source: "numbers"), TestSites.Row("Add", 11), TestSites.Row("Take", 12), TestSites.Row("Add", 13), TestSites.Row("new BlockingCollection", 14));

    private static readonly List<int> _numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, 100).ToArray(), _sites[0]);

    public enum Given { Nothing, Queue, Stack, Bag }

    [Theory]
    [InlineData(Given.Nothing)]
    [InlineData(Given.Queue)]
    [InlineData(Given.Stack)]
    [InlineData(Given.Bag)]
    public void Random_programs_see_what_they_see_of_dotnets_own(Given given)
    {
        for (int seed = 0; seed < QueuePrograms.Count; seed++)
        {
            List<string> plain = Run(seed, given, isWoven: false), woven = Run(seed, given, isWoven: true);
            Assert.True(plain.SequenceEqual(woven), $"program {seed}:\n{string.Join('\n', plain)}\n---\n{string.Join('\n', woven)}");
        }
    }

    private static List<string> Run(int seed, Given given, bool isWoven)
    {
        var random = new Random(seed);
        var log = new List<string>();
        int capacity = random.Next(1, 5);
        bool isBounded = random.Next(2) == 0;
        IProducerConsumerCollection<int>? items = given switch { Given.Queue => new ConcurrentQueue<int>(), Given.Stack => new ConcurrentStack<int>(), Given.Bag => new ConcurrentBag<int>(), _ => null };
        using BlockingCollection<int> collection = (isWoven, items, isBounded) switch
        {
            (true, null, true) => Woven.NewBlockingCollection<Recording, int>(capacity, 0),
            (true, null, false) => Woven.NewBlockingCollection<Recording, int>(0),
            (true, _, true) => Woven.NewBlockingCollection<Recording, int>(items, capacity, _sites[4]),
            (true, _, false) => Woven.NewBlockingCollection<Recording, int>(items, _sites[4]),
            (false, null, true) => new BlockingCollection<int>(capacity),
            (false, null, false) => new BlockingCollection<int>(),
            (false, _, true) => new BlockingCollection<int>(items, capacity),
            (false, _, false) => new BlockingCollection<int>(items),
        };
        for (int step = 0; step < 40; step++)
        {
            int item = random.Next(100);
            try
            {
                switch (random.Next(9))
                {
                    case 0 when items is not null && random.Next(4) == 0 && !isBounded: log.Add($"given {items.TryAdd(item)} {string.Join(' ', items)}"); break;
                    case < 3: log.Add($"TryAdd {(isWoven ? Woven.TryAddBlocking<Recording, int>(collection, item, 0, RecordOf(item), _sites[1]) : collection.TryAdd(item, 0))}"); break;
                    case 3: log.Add($"TryAdd {collection.TryAdd(item)}"); break;
                    case < 6: log.Add(isWoven ? TakeWoven(collection) : $"TryTake {collection.TryTake(out int taken, 0)} {taken}"); break;
                    case 6: log.Add($"{collection.Count} {collection.BoundedCapacity} {collection.IsCompleted} {string.Join(' ', collection)} {string.Join(' ', collection.ToArray())}"); break;
                    case 7: log.Add($"TryTake {collection.TryTake(out int other)} {other}"); break;
                    case 8 when step > 30: collection.CompleteAdding(); break;
                }
            }
            catch (InvalidOperationException e)
            {
                log.Add($"{e.GetType()} {e.Message}");
            }
        }
        collection.CompleteAdding();
        foreach (int item in isWoven ? Woven.GetConsumingEnumerable<Recording, int>(collection, _sites[2]) : collection.GetConsumingEnumerable()) log.Add($"{item}");
        log.Add($"{collection.IsCompleted}");
        return log;
    }

    private static string TakeWoven(BlockingCollection<int> collection)
    {
        LoopRecord record = default;
        bool isTaken = Woven.TryTakeBlocking<Recording, int>(collection, out int item, 0, ref record, _sites[2]);
        if (isTaken)
        {
            var list = new List<int>();
            Woven.Add<Recording, int>(list, item, record, _sites[3]);
            LineageGraph answer = Lineage.Of(list, 0).Why();
            // What code that is not woven has added is not followed, and says so.
            Assert.True(answer.Verdict != LineageVerdict.Exact || (answer.Roots.Single() is var root && (root.Source.Name != "numbers" || root.Index == item)), answer.ToString());
        }
        return $"TryTake {isTaken} {item}";
    }

    private static LoopRecord RecordOf(int item) => new(Lineage.Of(_numbers, item).Span.Value, 0);
}
