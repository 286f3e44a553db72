// Proves that what is written through the memory of a collection, which counts no version, is noticed; reading it leaves the lineage exact.
using System.Runtime.InteropServices;
using Weft.Tests.Capture;

namespace Weft.Tests.Flows;

public sealed class HandedOutListTests
{
    private static readonly int[] _sites = TestSites.Register(TestSites.Row("Select", 1), TestSites.Row("Add", 2));

    private static readonly int[] _numbers = [5, 3, 8, 1];

    private static IEnumerable<T> Flow<T>(Func<int, T> image) => Woven.Select<Recording, int, T>(_numbers, image, _sites[0]);

    private static List<T> Traced<T>(Func<int, T> image) => Woven.ToList<Recording, T>(Flow(image), _sites[0]);

    private static Span<T> AsSpan<T>(List<T> list) => Woven.AsSpan<Recording, T>(list, _sites[0]);

    private static LineageVerdict VerdictOf<T>(IEnumerable<T> collection, int index = 0) => Lineage.Of(collection, index).Why().Verdict;

    private static List<int> Grown()
    {
        var list = new List<int>();
        LoopSource? source = null;
        using IEnumerator<int> records = Flow(x => x).GetEnumerator();
        while (records.MoveNext()) Woven.Add<Recording, int>(list, records.Current, Woven.RecordOf<Recording, int>(records, ref source, _sites[1]), _sites[1]);
        return list;
    }

    [Fact]
    public void AsSpan_WrittenThrough_IsNoLongerExact()
    {
        List<int> reversed = Traced(x => x);
        AsSpan(reversed).Reverse();
        List<string> moved = Traced(x => x.ToString());
        AsSpan(moved).Reverse();
        List<string> replaced = Traced(x => x.ToString());
        AsSpan(replaced)[2] = "eight";

        Assert.Equal([1, 8, 3, 5], reversed);
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(reversed));
        Assert.Equal(LineageVerdict.Coarse, VerdictOf(moved)); // it holds no others
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(replaced));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(Woven.ToList<Recording, int>(Woven.Select<Recording, int, int>(reversed, x => x, _sites[0]), _sites[0])));
    }

    [Fact]
    public void AsSpan_Read_StaysExact()
    {
        List<int> list = Traced(x => x);
        int sum = 0;
        foreach (int number in AsSpan(list)) sum += number;

        Assert.Equal(17, sum);
        Assert.Equal(LineageVerdict.Exact, VerdictOf(list, 3));
        Assert.Equal(3, Assert.Single(Lineage.Of(list, 3).Why().Roots).Index);
    }

    [Fact]
    public void AsSpan_TakenTwiceAndWrittenThroughTheFirst_IsIncomplete()
    {
        List<int> list = Traced(x => x);
        Span<int> first = AsSpan(list);
        _ = AsSpan(list);
        first[0] = 9;

        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(list));
    }

    [Fact]
    public void AsSpan_OfAListThatLoopsFilled_IsIncompleteOnceWritten()
    {
        List<int> list = Grown();
        Span<int> span = AsSpan(list);
        Assert.Equal(LineageVerdict.Exact, VerdictOf(list));
        span.Reverse();
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(list));
    }

    [Fact]
    public void AsSpan_LoopGoesOnToAdd_IsIncomplete()
    {
        var list = new List<int>();
        LoopSource? source = null;
        using IEnumerator<int> records = Flow(x => x).GetEnumerator();
        while (records.MoveNext())
        {
            Woven.Add<Recording, int>(list, records.Current, Woven.RecordOf<Recording, int>(records, ref source, _sites[1]), _sites[1]);
            AsSpan(list)[0] = 7;
        }

        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(Woven.ToList<Recording, int>(list, _sites[0])));
    }

    [Fact]
    public void AsSpan_NullOrUntraced_IsThatOfTheBaseLibrary()
    {
        Assert.True(Woven.AsSpan<Recording, int>(null, _sites[0]).IsEmpty);
        List<int> untraced = [1, 2];
        AsSpan(untraced)[0] = 3;
        Assert.Equal([3, 2], untraced);
        Assert.True(Woven.AsSpan<NoLineage, int>(untraced, 0) == CollectionsMarshal.AsSpan(untraced));
    }

    // These need no woven form.
    [Fact]
    public void SetCount_ChangesTheVersion_IsIncomplete()
    {
        List<int> list = Traced(x => x);
        CollectionsMarshal.SetCount(list, 4);
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(list));
    }

    [Fact]
    public void GetValueRef_WrittenThrough_IsIncomplete()
    {
        Dictionary<int, string> Make() => Woven.ToDictionary<Recording, int, int, string>(Flow(x => x), x => x, x => x.ToString(), _sites[0]);

        Dictionary<int, string> existing = Make();
        CollectionsMarshal.GetValueRefOrAddDefault(existing, 5, out _) = "five";
        Dictionary<int, string> added = Make();
        CollectionsMarshal.GetValueRefOrAddDefault(added, 6, out _) = "six";
        Dictionary<int, string> found = Make();
        CollectionsMarshal.GetValueRefOrNullRef(found, 3) = "three";

        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(existing));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(added));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(added.Keys));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(found.Values));
    }
}
