// Proves, of each concurrent collection that is followed item by item: over random programs of puts, takes, looks and changes that nobody follows, it does what .NET's does, and what is taken out either follows exactly from
// the record that it was put in for or says that it cannot tell; with several threads that put equal values in and take them out while others read the whole collection, each item follows from the record of its own put, once.
using System.Collections.Concurrent;
using Weft.Tests.Capture;

namespace Weft.Tests.Queues.Concurrent;

public abstract class ConcurrentCollectionTests<TCollection> where TCollection : class, IProducerConsumerCollection<int>, new()
{
    protected const int PutSite = 0, TakeSite = 1, PeekSite = 2;
    private const int NumbersSite = 3, AddSite = 4, ReadSite = 5;
    private const int Numbers = 100;

    private readonly int[] _sites;
    private readonly List<int> _numbers;

    protected ConcurrentCollectionTests(string put, string take)
    {
        _sites = TestSites.Register(
            TestSites.Row(put, 11), TestSites.Row(take, 12), TestSites.Row("TryPeek", 13), TestSites.Row("ToList", 10, source: "numbers"), TestSites.Row("Add", 14), TestSites.Row("ToList", 15, source: "collection"));
        _numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, Numbers).ToArray(), _sites[NumbersSite]);
    }

    /// <summary>Whether what is put in is taken out before what was there.</summary>
    protected abstract bool IsLastFirst { get; }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_programs_never_lie(bool isAlwaysFollowed)
    {
        for (int seed = 0; seed < QueuePrograms.Count; seed++)
        {
            var random = new Random(seed);
            var collection = new TCollection();
            var records = new List<int?>(); // of what is in it, by number, the next one to be taken first; null is what nobody followed
            Put(collection, 0, RecordOf(0));
            AddTo(records, 0);
            for (int step = 0; step < 200; step++)
            {
                int number = random.Next(Numbers);
                switch (random.Next(isAlwaysFollowed ? 10 : 13))
                {
                    case < 5: Put(collection, number % 3, RecordOf(number)); AddTo(records, number); break;
                    case < 8: Take(collection, records, seed); break;
                    case 8: Peek(collection, records, seed); break;
                    case 9 when random.Next(4) == 0: Read(collection, records, seed); break;
                    case 10: Assert.True(collection.TryAdd(number % 3)); AddTo(records, null); break;
                    case 11: Assert.Equal(TryTakeFrom(records, out _), collection.TryTake(out _)); break;
                    case 12 when random.Next(9) == 0: Clear(collection); records.Clear(); break;
                }
            }
        }
    }

    [Fact]
    public void Threads_that_put_in_and_take_out_at_once_get_each_record_once()
    {
        const int Each = 20_000, Putters = 2, Takers = 2;
        var collection = new TCollection();
        List<int> numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, Putters * Each).ToArray(), _sites[NumbersSite]);
        ulong first = Lineage.Of(numbers, 0).Span.Value;
        Put(collection, 7, new LoopRecord(first, 0));
        LoopRecord begun = default;
        Assert.True(TryTake(collection, out _, ref begun));

        var spans = new ConcurrentDictionary<ulong, int>(); // by span of what was taken, the putter
        int left = Putters * Each;
        var threads = new List<Thread>();
        for (int i = 0; i < Putters; i++)
        {
            int putter = i;
            threads.Add(new Thread(() =>
            {
                for (int n = 0; n < Each; n++) Put(collection, putter, new LoopRecord(first + (ulong)(putter * Each + n), 0));
            }));
        }
        for (int i = 0; i < Takers; i++)
        {
            threads.Add(new Thread(() =>
            {
                LoopRecord record = default;
                while (Volatile.Read(ref left) > 0)
                {
                    if (!TryTake(collection, out int putter, ref record)) continue;
                    Interlocked.Decrement(ref left);
                    Assert.True(spans.TryAdd(record.Span, putter));
                }
            }));
        }
        threads.Add(new Thread(() =>
        {
            while (Volatile.Read(ref left) > 0) _ = Woven.ToList<Recording, int>(collection, _sites[ReadSite]);
        }));
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        Assert.Equal(Putters * Each, spans.Count);
        var taken = new List<int>();
        var random = new Random(1);
        foreach ((ulong span, int putter) in spans.OrderBy(_ => random.Next()).Take(200))
        {
            Woven.Add<Recording, int>(taken, putter, new LoopRecord(span, 0), _sites[AddSite]);
            LineageGraph answer = Lineage.Of(taken, taken.Count - 1).Why();
            Assert.True(answer.Verdict == LineageVerdict.Exact && answer.Roots.Single() is var root && root.Index / Each == putter, answer.ToString());
        }
    }

    [Fact]
    public void Putting_in_what_nobody_traced_attaches_nothing()
    {
        object collection = PutUntracedAndTake(out LoopRecord record);
        Assert.True(record.IsNone);
        Assert.Null(Weft.Flows.Attachments.Find(collection));
    }

    [Fact]
    public void Members_of_null_throw_as_dotnets()
    {
        LoopRecord record = default;
        Assert.Throws<NullReferenceException>(() => Put(null!, 1, RecordOf(1)));
        Assert.Throws<NullReferenceException>(() => TryTake(null!, out _, ref record));
        Assert.Throws<NullReferenceException>(() => TryPeek(null!, out _, ref record));
    }

    protected int Site(int which) => _sites[which];

    protected abstract void Put(TCollection collection, int item, LoopRecord record);

    protected abstract bool TryTake(TCollection collection, out int item, ref LoopRecord record);

    protected abstract bool TryPeek(TCollection collection, out int item, ref LoopRecord record);

    protected abstract void Clear(TCollection collection);

    /// <summary>A collection of a type of which nobody traced any: one item put in, and taken out.</summary>
    protected abstract object PutUntracedAndTake(out LoopRecord record);

    private void AddTo(List<int?> records, int? number) => records.Insert(IsLastFirst ? 0 : records.Count, number);

    private static bool TryTakeFrom(List<int?> records, out int? number)
    {
        bool isThere = records.Count > 0;
        number = isThere ? records[0] : null;
        if (isThere) records.RemoveAt(0);
        return isThere;
    }

    private void Take(TCollection collection, List<int?> records, int seed)
    {
        LoopRecord record = default;
        bool isThere = TryTakeFrom(records, out int? expected);
        Assert.Equal(isThere, TryTake(collection, out int item, ref record));
        if (isThere) Check(item, record, expected, seed);
    }

    private void Peek(TCollection collection, List<int?> records, int seed)
    {
        LoopRecord record = default;
        Assert.Equal(records.Count > 0, TryPeek(collection, out int item, ref record));
        if (records.Count > 0) Check(item, record, records[0], seed);
    }

    private void Read(TCollection collection, List<int?> records, int seed)
    {
        List<int> list = Woven.ToList<Recording, int>(collection, _sites[ReadSite]);
        Assert.Equal(collection, list);
        Assert.Equal(records.Count, list.Count);
        for (int i = 0; i < list.Count; i++) Check(list[i], Lineage.Of(list, i).Why(), records[i], seed);
    }

    private void Check(int item, LoopRecord record, int? expected, int seed)
    {
        var list = new List<int>();
        Woven.Add<Recording, int>(list, item, record, _sites[AddSite]);
        Check(item, Lineage.Of(list, 0).Why(), expected, seed);
    }

    private static void Check(int item, LineageGraph answer, int? expected, int seed)
    {
        if (expected is not { } number) Assert.True(answer.Verdict == LineageVerdict.Incomplete, $"program {seed}:\n{answer}");
        else Assert.True(answer.Verdict == LineageVerdict.Exact && answer.Roots.Single().Index == number && number % 3 == item, $"program {seed}, record {number}:\n{answer}");
    }

    private LoopRecord RecordOf(int number) => new(Lineage.Of(_numbers, number).Span.Value, 0);
}
