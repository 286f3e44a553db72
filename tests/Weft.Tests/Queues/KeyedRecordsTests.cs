// Proves: over random programs of puts, lookups, removals and changes that nobody follows, a dictionary does what .NET's does, and what is looked up or enumerated either
// follows exactly from the record that it was put in for or says that it cannot tell; as long as every change is followed, lookups are exact. Comparers of the program's
// own are asked as often as unwoven.
using Weft.Tests.Capture;

namespace Weft.Tests.Queues;

public class KeyedRecordsTests
{
    private static readonly int[] _sites = TestSites.Register(
        TestSites.Row("ToList", 10, source: "numbers"), TestSites.Row("this[] set", 11), TestSites.Row("Add", 12), TestSites.Row("TryGetValue", 13), TestSites.Row("Add", 14), TestSites.Row("ToList", 15, source: "values"));

    private static readonly List<int> _numbers = Woven.ToList<Recording, int>(Enumerable.Range(0, 100).ToArray(), _sites[0]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_programs_never_lie(bool isAlwaysFollowed)
    {
        for (int seed = 0; seed < QueuePrograms.Count; seed++)
        {
            var random = new Random(seed);
            var dictionary = new Dictionary<int, int>();
            var plain = new Dictionary<int, int>();
            for (int step = 0; step < 50; step++)
            {
                int key = random.Next(8), item = random.Next(100);
                switch (random.Next(isAlwaysFollowed ? 10 : 14))
                {
                    case < 2: Woven.SetKeyed<Recording, int, int>(dictionary, key, item, RecordOf(item), _sites[1]); plain[key] = item; break;
                    case 2: Assert.Equal(plain.TryAdd(key, item), Woven.TryAddKeyed<Recording, int, int>(dictionary, key, item, RecordOf(item), _sites[2])); break;
                    case 3 when !plain.ContainsKey(key): Woven.AddKeyed<Recording, int, int>(dictionary, key, item, RecordOf(item), _sites[2]); plain.Add(key, item); break;
                    case 3: Assert.Throws<ArgumentException>(() => Woven.AddKeyed<Recording, int, int>(dictionary, key, item, RecordOf(item), _sites[2])); break;
                    case 4: Assert.Equal(plain.Remove(key), Woven.RemoveKeyed<Recording, int, int>(dictionary, key, 0)); break;
                    case 5: Assert.Equal((plain.Remove(key, out int one), one), (Woven.RemoveKeyed<Recording, int, int>(dictionary, key, out int other, 0), other)); break;
                    case < 9: Look(seed, plain, dictionary, key, isAlwaysFollowed); break;
                    case 9: CheckAll(seed, plain, dictionary); break;
                    case 10: dictionary[key] = item; plain[key] = item; break;
                    case 11: dictionary.Remove(key); plain.Remove(key); break;
                    case 12: dictionary.TryAdd(key, item); plain.TryAdd(key, item); break;
                    case 13 when random.Next(3) == 0: dictionary.Clear(); plain.Clear(); break;
                }
                Assert.Equal(plain, dictionary);
            }
        }
    }

    [Fact]
    public void Comparers_of_the_programs_own_are_asked_no_more_often()
    {
        Assert.Equal(Asked(isWoven: false), Asked(isWoven: true));

        static (int, int) Asked(bool isWoven)
        {
            var comparer = new Counting();
            var dictionary = new Dictionary<string, int>(comparer);
            for (int i = 0; i < 20; i++)
            {
                LoopRecord record = default;
                if (isWoven) Woven.SetKeyed<Recording, string, int>(dictionary, "k" + i % 5, i, RecordOf(i), _sites[1]);
                else dictionary["k" + i % 5] = i;
                _ = isWoven ? Woven.TryGetKeyed<Recording, string, int>(dictionary, "k" + i, out _, ref record, _sites[3]) : dictionary.TryGetValue("k" + i, out _);
                if (isWoven) Woven.RemoveKeyed<Recording, string, int>(dictionary, "k3", 0);
                else dictionary.Remove("k3");
            }
            return (comparer.Hashes, comparer.Comparisons);
        }
    }

    [Fact]
    public void Members_of_null_throw_as_dotnets()
    {
        LoopRecord record = default;
        Assert.Throws<NullReferenceException>(() => Woven.AddKeyed<Recording, int, int>(null!, 1, 1, RecordOf(1), 0));
        Assert.Throws<NullReferenceException>(() => Woven.GetKeyed<Recording, int, int>(null!, 1, ref record, 0));
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(() => Woven.SetKeyed<Recording, string, int>([], null!, 1, RecordOf(1), 0)).ParamName);
        Assert.Throws<KeyNotFoundException>(() => Woven.GetKeyed<Recording, int, int>([], 1, ref record, 0));
    }

    private sealed class Counting : IEqualityComparer<string>
    {
        public int Hashes { get; private set; }

        public int Comparisons { get; private set; }

        public bool Equals(string? x, string? y)
        {
            Comparisons++;
            return x == y;
        }

        public int GetHashCode(string obj)
        {
            Hashes++;
            return obj.GetHashCode(StringComparison.Ordinal);
        }
    }

    private static LoopRecord RecordOf(int item) => new(Lineage.Of(_numbers, item).Span.Value, 0);

    private static void Look(int seed, Dictionary<int, int> plain, Dictionary<int, int> dictionary, int key, bool isExact)
    {
        LoopRecord record = default;
        Assert.Equal((plain.TryGetValue(key, out int expected), expected), (Woven.TryGetKeyed<Recording, int, int>(dictionary, key, out int value, ref record, _sites[3]), value));
        if (!plain.ContainsKey(key) || record.IsNone) return;
        var list = new List<int>();
        Woven.Add<Recording, int>(list, value, record, _sites[4]);
        LineageGraph answer = Lineage.Of(list, 0).Why();
        Assert.True(!isExact || answer.Verdict == LineageVerdict.Exact, $"program {seed}:\n{answer}");
        Check(seed, value, answer);
    }

    private static void CheckAll(int seed, Dictionary<int, int> plain, Dictionary<int, int> dictionary)
    {
        List<int> list = Woven.ToList<Recording, int>(dictionary.Values, _sites[5]);
        Assert.Equal(plain.Values, list);
        for (int i = 0; i < list.Count; i++) Check(seed, list[i], Lineage.Of(list, i).Why());
    }

    private static void Check(int seed, int item, LineageGraph answer)
        => Assert.True(answer.Verdict != LineageVerdict.Exact || (answer.Roots.Single() is var root && (root.Source.Name != "numbers" || root.Index == item)), $"program {seed}, item {item}:\n{answer}");
}
