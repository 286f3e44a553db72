// Proves that the members of a lookup keep their spans in whatever order they arrive and however their keys hash, that groups are found
// in every lookup that lives, and that what Weft knows of a lookup does not keep it alive.
using System.Runtime.CompilerServices;
using Weft.Tests.Capture;

namespace Weft.Tests.Flows;

public sealed class GroupingTests
{
    private static readonly int _site = TestSites.Register(TestSites.Row("Op", 1))[0];

    // Hash codes of 1,000 keys: all different, shared by some, shared by pairs far apart, the same for all.
    private sealed class Hashing(Func<int, int> hashCodeOf) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y;

        public int GetHashCode(int key) => hashCodeOf(key);
    }

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (string order in new[] { "sorted", "scattered", "sorted, then scattered", "one stray at the end", "two rounds" })
            {
                foreach (string hashing in new[] { "distinct", "some shared", "late pairs", "constant" })
                {
                    foreach (int groups in new[] { 1, 32, 33, 1000 }) cases.Add(order, hashing, groups);
                }
            }
            return cases;
        }
    }

    private static int[] Keys(string order, int groups)
    {
        var random = new Random(7);
        int[] sorted = [.. Enumerable.Range(0, groups * 3).Select(i => i / 3)];
        int[] scattered = [.. sorted.OrderBy(_ => random.Next())];
        return order switch
        {
            "sorted" => sorted,
            "scattered" => scattered,
            "sorted, then scattered" => [.. sorted, .. scattered.Select(key => key + groups / 2)],
            "one stray at the end" => [.. sorted, 0],
            "two rounds" => [.. Enumerable.Range(0, groups), .. Enumerable.Range(0, groups)],
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
    }

    private static Hashing HashingOf(string name, int groups) => new(name switch
    {
        "distinct" => key => key * 7919,
        "some shared" => key => key % 10 == 9 ? key - 1 : key,
        "late pairs" => key => key % Math.Max(1, groups - 5),
        "constant" => _ => 42,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    });

    private static long[] RootsOf<T>(IEnumerable<T> collection, int index) => [.. Lineage.Of(collection, index).Why().Roots.Select(root => root.Index)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lookup_MembersKeepTheirSpans(string order, string hashing, int groups)
    {
        int[] keys = Keys(order, groups);
        (int Key, int Arrival)[] records = [.. keys.Select((key, arrival) => (key, arrival))];
        ILookup<int, (int Key, int Arrival)> lookup = Woven.ToLookup<Recording, (int Key, int Arrival), int>(records, record => record.Key, HashingOf(hashing, groups), _site);
        ILookup<int, (int Key, int Arrival)> plain = records.ToLookup(record => record.Key, HashingOf(hashing, groups));
        Assert.Equal(plain.Select(group => group.Key), lookup.Select(group => group.Key));

        List<(int Key, int Arrival)> members = Woven.ToList<Recording, (int Key, int Arrival)>(
            Woven.SelectMany<Recording, IGrouping<int, (int Key, int Arrival)>, (int Key, int Arrival)>(lookup, group => group, _site), _site);
        Assert.Equal(plain.SelectMany(group => group), members);
        var random = new Random(1);
        for (int i = 0; i < 20; i++)
        {
            int index = random.Next(members.Count);
            int key = members[index].Key;
            long[] whole = [.. plain[key].Select(record => (long)record.Arrival)];
            Assert.Equal(whole, RootsOf(members, index)); // from the group, which is of all its members, and from itself
            int position = lookup[key].ToList().IndexOf(members[index]);
            Assert.Equal([members[index].Arrival], RootsOf(lookup[key], position));
        }
    }

    [Theory]
    [InlineData("distinct")]
    [InlineData("some shared")]
    [InlineData("constant")]
    public void Group_OfTwoLookupsWithTheSameKeys_IsFoundInItsOwn(string hashing)
    {
        const int Groups = 100;
        (int Key, int Arrival)[] records = [.. Keys("scattered", Groups).Select((key, arrival) => (key, arrival))];
        var lookups = new List<ILookup<int, (int Key, int Arrival)>>();
        for (int i = 0; i < 5; i++)
            lookups.Add(Woven.ToLookup<Recording, (int Key, int Arrival), int>(records[..^i], record => record.Key, HashingOf(hashing, Groups), _site));
        for (int i = 0; i < 5; i++)
        {
            foreach (ILookup<int, (int Key, int Arrival)> lookup in lookups) Assert.Equal([lookup[i].First().Arrival], RootsOf(lookup[i], 0));
        }
        ILookup<int, (int Key, int Arrival)> untraced = records.ToLookup(record => record.Key, HashingOf(hashing, Groups));
        Assert.False(Weft.Flows.Origin.HasColumn(untraced[1]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1000)]
    public void Lookup_ThatTheProgramLetGo_Dies(int groups)
    {
        WeakReference member = LookupOfObjects(groups);
        GC.Collect();
        Assert.False(member.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LookupOfObjects(int groups)
    {
        ILookup<int, object> lookup = Woven.ToLookup<Recording, int, int, object>(Keys("scattered", groups), key => key, _ => new object(), _site);
        Assert.NotEmpty(Woven.ToList<Recording, object>(Woven.SelectMany<Recording, IGrouping<int, object>, object>(lookup, group => group, _site), _site));
        return new WeakReference(lookup[1].First());
    }
}
