// Proves what a collection's lineage survives: passed on unchanged it is exact; whatever was changed since is noticed, and incomplete unless it can only have been moved or removed; a dead
// collection's place is used again; and threads do not disturb each other.
using System.Runtime.CompilerServices;
using Weft.Flows;
using Weft.Tests.Capture;

namespace Weft.Tests.Flows;

public sealed class AttachmentTests
{
    private static readonly int _site = TestSites.Register(TestSites.Row("Op", 1))[0];

    private static readonly int[] _numbers = [5, 3, 8, 1];

    private static IEnumerable<T> Flow<T>(Func<int, T> image) => Woven.Select<Recording, int, T>(_numbers, image, _site);

    private static LineageVerdict VerdictOf<T>(IEnumerable<T> collection, int index = 0) => Lineage.Of(collection, index).Why().Verdict;

    private static long[] RootsOf<T>(IEnumerable<T> collection, int index = 0) => [.. Lineage.Of(collection, index).Why().Roots.Where(root => root.Source.Kind != LineageSourceKind.Changed).Select(root => root.Index)];

    private record struct Pair(string Text, int Number);

    [Fact]
    public void List_Unchanged_IsExact()
    {
        List<int> list = Woven.ToList<Recording, int>(Flow(x => x), _site);
        Assert.Equal([2L], RootsOf(list, 2));
        Assert.Equal(LineageVerdict.Exact, VerdictOf(list, 2));
    }

    public static TheoryData<string, Action<List<int>>> ListChanges => new()
    {
        { "an item set", list => list[1] = 7 },
        { "an item set to its own value", list => list[1] = list[1] },
        { "an item added", list => list.Add(7) },
        { "an item removed", list => list.RemoveAt(0) },
        { "one removed, one added", list => { list.RemoveAt(0); list.Add(7); } },
        { "sorted", list => list.Sort() },
        { "reversed", list => list.Reverse() },
        { "cleared and filled", list => { list.Clear(); list.AddRange([1, 2, 3, 4]); } },
    };

    [Theory]
    [MemberData(nameof(ListChanges))]
    public void List_Changed_IsIncompleteAndNamesAllThatItHeld(string change, Action<List<int>> apply)
    {
        _ = change;
        List<int> list = Woven.ToList<Recording, int>(Flow(x => x), _site);
        apply(list);
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(list));
        Assert.Equal([0L, 1, 2, 3], RootsOf(list));
    }

    [Fact]
    public void Array_ChangedInAnyWay_IsIncomplete()
    {
        int[] set = Woven.ToArray<Recording, int>(Flow(x => x), _site);
        set[3] = 9;
        int[] swapped = Woven.ToArray<Recording, int>(Flow(x => x), _site);
        (swapped[0], swapped[1]) = (swapped[1], swapped[0]);
        string[] references = Woven.ToArray<Recording, string>(Flow(x => x.ToString()), _site);
        references[0] = new string(references[0]); // an equal string, but not the one that was traced
        Pair[] structs = Woven.ToArray<Recording, Pair>(Flow(x => new Pair("text", x)), _site);
        structs[2].Number++;

        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(set));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(swapped));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(references));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(structs));
    }

    [Fact]
    public void Array_OfReferencesThatWereOnlyMoved_IsCoarse()
    {
        string[] sorted = Woven.ToArray<Recording, string>(Flow(x => x.ToString()), _site);
        Array.Sort(sorted, StringComparer.Ordinal);
        Assert.Equal(LineageVerdict.Coarse, VerdictOf(sorted));
        Assert.Equal([0L, 1, 2, 3], RootsOf(sorted));
    }

    [Fact]
    public void Collection_ThatSomethingWasPutInto_SaysWhere()
    {
        List<int> list = Woven.ToList<Recording, int>(Flow(x => x), _site);
        list.Add(7);
        List<int> read = Woven.ToList<Recording, int>(list, _site);
        LineageGraph why = Lineage.Of(read, 4).Why();
        Assert.Equal(LineageVerdict.Incomplete, why.Verdict);
        Assert.Contains("was changed after it was made, and what was put in since cannot be told", why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Array_UnchangedAcrossCollections_IsExact()
    {
        string[] references = Woven.ToArray<Recording, string>(Flow(x => x.ToString()), _site);
        Pair[] structs = Woven.ToArray<Recording, Pair>(Flow(x => new Pair(x.ToString(), x)), _site);
        GC.Collect();
        GC.Collect(); // moves what the arrays point to
        Assert.Equal(LineageVerdict.Exact, VerdictOf(references, 3));
        Assert.Equal(LineageVerdict.Exact, VerdictOf(structs, 3));
    }

    [Fact]
    public void Set_Changed_IsNoLongerExact()
    {
        HashSet<int> same = Woven.ToHashSet<Recording, int>(Flow(x => x), _site);
        same.Add(5); // is in it
        HashSet<int> exchanged = Woven.ToHashSet<Recording, int>(Flow(x => x), _site);
        exchanged.Remove(5);
        exchanged.Add(6);
        HashSet<int> removed = Woven.ToHashSet<Recording, int>(Flow(x => x), _site);
        removed.Remove(8);

        Assert.Equal(LineageVerdict.Exact, VerdictOf(same));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(exchanged));
        Assert.Equal(LineageVerdict.Coarse, VerdictOf(removed));
    }

    private static Dictionary<int, string> NewDictionary() => Woven.ToDictionary<Recording, int, int, string>(Flow(x => x), x => x, x => x.ToString(), _site);

    [Fact]
    public void Dictionary_ReadThroughAllItsViews_IsExact()
    {
        Dictionary<int, string> dictionary = NewDictionary();
        Assert.Equal([1L], RootsOf(dictionary, 1));
        Assert.Equal([1L], RootsOf(dictionary.Keys, 1));
        Assert.Equal([1L], RootsOf(dictionary.Values, 1));
        Assert.Equal(LineageVerdict.Exact, VerdictOf(dictionary.Values, 1));
        List<int> lengths = Woven.ToList<Recording, int>(Woven.Select<Recording, string, int>(dictionary.Values, text => text.Length, _site), _site);
        Assert.Equal([3L], RootsOf(lengths, 3));
    }

    [Fact]
    public void Dictionary_ValueReplaced_IsIncompleteButForItsKeys()
    {
        // .NET leaves a dictionary's version as it was when a value is replaced.
        Dictionary<int, string> dictionary = NewDictionary();
        dictionary[3] = "three";
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(dictionary));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(dictionary.Values));
        Assert.Equal(LineageVerdict.Exact, VerdictOf(dictionary.Keys));
    }

    [Fact]
    public void Dictionary_ValueOfNumbersReplaced_IsIncomplete()
    {
        Dictionary<int, int> dictionary = Woven.ToDictionary<Recording, int, int>(Flow(x => x), x => x, _site);
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(dictionary, 8)++;
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(dictionary.Values));
    }

    [Fact]
    public void Dictionary_EntryRemovedAndAdded_IsIncompleteInEveryView()
    {
        Dictionary<int, string> dictionary = NewDictionary();
        dictionary.Remove(3);
        dictionary.Add(4, "four");
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(dictionary));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(dictionary.Keys));
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(dictionary.Values));
    }

    [Fact]
    public void Chunk_ChangedByTheProgram_IsIncomplete()
    {
        List<int[]> chunks = Woven.ToList<Recording, int[]>(Woven.Chunk<Recording, int>(Flow(x => x), 2, _site), _site);
        Assert.Equal([2L], RootsOf(chunks[1], 0));
        Assert.Equal([2L, 3], RootsOf(chunks, 1));
        chunks[1][0] = 4;
        Assert.Equal(LineageVerdict.Incomplete, VerdictOf(chunks[1]));
        Assert.Equal(LineageVerdict.Exact, VerdictOf(chunks[0]));
    }

    [Fact]
    public void List_ChangedBehindASkip_IsNotExactFromThereOn()
    {
        // LINQ's Skip over a list minds no change.
        List<int> list = Woven.ToList<Recording, int>(Flow(x => x), _site);
        var read = new List<LineageVerdict>();
        var seen = new List<int>();
        List<int> result = Woven.ToList<Recording, int>(Woven.Select<Recording, int, int>(Woven.Where<Recording, int>(Woven.Skip<Recording, int>(list, 1, _site), x =>
        {
            if (seen.Count == 0) list.Add(77);
            seen.Add(x);
            return true;
        }, _site), x => x, _site), _site);
        for (int i = 0; i < result.Count; i++) read.Add(VerdictOf(result, i));
        Assert.Equal([3, 8, 1, 77], result);
        Assert.Equal([LineageVerdict.Exact, LineageVerdict.Incomplete, LineageVerdict.Incomplete, LineageVerdict.Incomplete], read);
    }

    [Fact]
    public void Attachments_CollectionsThatDied_LeaveTheirPlaces()
    {
        MakeAndForget(10_000);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Attachments.Sweep();
        Assert.True(Attachments.CountLive() < 5_000, $"{Attachments.CountLive()} attachments are alive");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeAndForget(int count)
    {
        for (int i = 0; i < count; i++) _ = Woven.ToList<Recording, int>(Flow(x => x), _site);
    }

    [Fact]
    public void Attachments_FromManyThreads_AreFoundByAll()
    {
        var lists = new System.Collections.Concurrent.ConcurrentBag<List<int>>();
        Parallel.For(0, 8, thread =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                List<int> list = Woven.ToList<Recording, int>(Flow(x => x + thread), _site);
                if (i % 10 == 0) lists.Add(list);
                if (i % 500 == 0) Attachments.Sweep();
                Assert.NotNull(Attachments.Find(list));
            }
        });
        Parallel.ForEach(lists, list => Assert.True(Attachments.Find(list) is { } attachment && attachment.IsUnchanged(list)));
    }

    [Fact]
    public void Attachments_EmptyArray_IsNeverMarked()
    {
        int[] empty = Woven.ToArray<Recording, int>(Woven.Where<Recording, int>(_numbers, x => false, _site), _site);
        Assert.Same(Array.Empty<int>(), empty);
        Assert.Null(Attachments.Find(empty));
    }
}
