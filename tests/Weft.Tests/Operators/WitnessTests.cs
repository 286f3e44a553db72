// Proves what a result follows from where several records are the same, with all witnesses kept: every one that was read, told when the
// enumeration ends and not before; and that a set keeps its type and content.
using Weft.Capture;
using Weft.Tests.Capture;

namespace Weft.Tests.Operators;

public sealed class WitnessTests : IDisposable
{
    private static readonly int[] _handles = TestSites.Register([.. Enumerable.Range(1, 8).Select(line => TestSites.Row("Op", line))]);

    private readonly int[] _numbers = [4, 2, 4, 7, 2, 4];

    public WitnessTests() => WitnessSetting.UseHere(Witnesses.All);

    public void Dispose() => WitnessSetting.UseHere(null);

    private static string RootsOf<T>(IEnumerable<T> collection, int index)
    {
        LineageGraph answer = Lineage.Of(collection, index).Why();
        return answer.Verdict == LineageVerdict.Exact ? string.Join(" ", answer.Roots.Select(root => root.Index)) : answer.Verdict.ToString();
    }

    [Fact]
    public void Distinct_ReadToItsEnd_FollowsFromEveryDuplicate()
    {
        List<int> list = Woven.ToList<Recording, int>(Woven.Distinct<Recording, int>(_numbers, _handles[0]), _handles[1]);
        Assert.Equal([4, 2, 7], list);
        Assert.Equal(["0 2 5", "1 4", "3"], [RootsOf(list, 0), RootsOf(list, 1), RootsOf(list, 2)]);
    }

    [Fact]
    public void Distinct_First_FollowsFromTheFirst()
    {
        WitnessSetting.UseHere(Witnesses.First);
        List<int> list = Woven.ToList<Recording, int>(Woven.Distinct<Recording, int>(_numbers, _handles[0]), _handles[1]);
        Assert.Equal(["0", "1", "3"], [RootsOf(list, 0), RootsOf(list, 1), RootsOf(list, 2)]);
    }

    [Fact]
    public void Distinct_UnderWay_IsIncompleteUntilItEnds()
    {
        IEnumerator<int> records = Woven.DistinctBy<Recording, int, int>(_numbers, x => x, _handles[0]).GetEnumerator();
        Assert.True(records.MoveNext());
        ulong span = ((Weft.Flows.Flow)records).Span;
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(span));
        records.Dispose();
        Assert.Equal(LineageVerdict.Exact, VerdictOf(span));
    }

    [Fact]
    public void Distinct_BrokenOff_FollowsFromWhatWasRead()
    {
        List<int> list = Woven.ToList<Recording, int>(Woven.Take<Recording, int>(Woven.Distinct<Recording, int>(_numbers, _handles[0]), 3, _handles[1]), _handles[2]);
        Assert.Equal(["0 2", "1", "3"], [RootsOf(list, 0), RootsOf(list, 1), RootsOf(list, 2)]);
    }

    [Fact]
    public void ToHashSet_KeepsItsComparerAndFollowsFromEveryDuplicate()
    {
        string[] words = ["a", "b", "A", "B", "a"];
        HashSet<string> set = Woven.ToHashSet<Recording, string>(words, StringComparer.OrdinalIgnoreCase, _handles[0]);
        Assert.Equal(["a", "b"], set);
        Assert.Same(StringComparer.OrdinalIgnoreCase, set.Comparer);
        Assert.Equal(["0 2 4", "1 3"], [RootsOf(set, 0), RootsOf(set, 1)]);
    }

    [Fact]
    public void Except_ExcludedRecords_AreNoWitnesses()
    {
        List<int> list = Woven.ToList<Recording, int>(Woven.Except<Recording, int>(_numbers, [2], _handles[0]), _handles[1]);
        Assert.Equal(["0 2 5", "3"], [RootsOf(list, 0), RootsOf(list, 1)]);
    }

    [Fact]
    public void Intersect_FollowsFromTheDuplicatesOfBothSequences()
    {
        List<int> list = Woven.ToList<Recording, int>(Woven.Intersect<Recording, int>(_numbers, new List<int> { 7, 4, 9, 4 }, _handles[0]), _handles[1]);
        Assert.Equal([4, 7], list);
        Assert.Equal(["0 2 5 1 3", "3 0"], [RootsOf(list, 0), RootsOf(list, 1)]);
    }

    [Fact]
    public void Distinct_ManyResults_EachHasItsOwn()
    {
        int[] numbers = [.. Enumerable.Range(0, 5000).Select(x => x % 2500)];
        int[] distinct = Woven.ToArray<Recording, int>(Woven.Distinct<Recording, int>(numbers, _handles[0]), _handles[1]);
        Assert.Equal(Enumerable.Range(0, 2500), distinct);
        foreach (int i in new[] { 0, 15, 16, 17, 1000, 2499 }) Assert.Equal($"{i} {i + 2500}", RootsOf(distinct, i));
    }

    private static LineageVerdict VerdictOf(ulong span)
    {
        Lineage.Flush();
        using Weft.Segments.RunRecording recording = Weft.Segments.RunRecording.Open(Recorder.RunDirectory!);
        var asked = new Weft.Answers.AskedRecordings(recording, find: null);
        asked.Walk(span);
        return asked.Verdict;
    }
}
