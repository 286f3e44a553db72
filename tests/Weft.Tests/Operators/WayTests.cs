// Proves that a record tells by which operators it came, in their order, also where flows fuse, are taken in parts or are sorted.
using Weft.Tests.Capture;

namespace Weft.Tests.Operators;

public sealed class WayTests
{
    private static readonly int[] _numbers = [4, 2, 7, 1, 9];

    private static readonly Dictionary<string, int> _sites = new[]
    {
        "Where", "Select", "Skip", "Take", "OrderBy", "ThenBy", "Reverse", "Distinct", "Append", "Prepend", "Concat", "Union", "DefaultIfEmpty", "Cast", "OfType", "TakeLast", "TakeWhile", "ToList", "Select2",
    }.Select((name, i) => (Name: name, Handle: TestSites.Register(TestSites.Row(name, i + 1))[0])).ToDictionary(site => site.Name, site => site.Handle);

    private static int Site(string name) => _sites[name];

    private static string WayOf(IEnumerable<int> flow, int index = 0)
    {
        List<int> list = Woven.ToList<Recording, int>(flow, Site("ToList"));
        return string.Join(" ", Lineage.Of(list, index).Why().Asked.Parents[0].Passed.Select(site => site.Operator));
    }

    [Fact]
    public void SelectSkipTake_OverAnArray_TellsAllInOrder()
    {
        IEnumerable<int> images = Woven.Select<Recording, int, int>(_numbers, x => x + 1, Site("Select"));
        IEnumerable<int> part = Woven.Take<Recording, int>(Woven.Skip<Recording, int>(images, 1, Site("Skip")), 2, Site("Take"));
        Assert.Equal("Select Skip Take ToList", WayOf(part));
        Assert.Equal("Select Skip Take Select2 ToList", WayOf(Woven.Select<Recording, int, int>(part, x => x, Site("Select2"))));
    }

    [Fact]
    public void SelectSkip_OverAFlow_TellsAllInOrder()
    {
        IEnumerable<int> filtered = Woven.Where<Recording, int>(_numbers, x => x > 1, Site("Where"));
        IEnumerable<int> images = Woven.Select<Recording, int, int>(Woven.TakeWhile<Recording, int>(filtered, x => true, Site("TakeWhile")), x => x, Site("Select"));
        Assert.Equal("Where TakeWhile Select Skip ToList", WayOf(Woven.Skip<Recording, int>(images, 1, Site("Skip"))));
        Assert.Equal("Where Select Take ToList", WayOf(Woven.Take<Recording, int>(Woven.Select<Recording, int, int>(filtered, x => x, Site("Select")), 2, Site("Take"))));
    }

    [Fact]
    public void OrderByThenByTake_AllInOrder()
    {
        IEnumerable<int> ordered = Woven.ThenBy<Recording, int, int>(Woven.OrderBy<Recording, int, int>(_numbers, x => x % 2, Site("OrderBy")), x => x, Site("ThenBy"));
        Assert.Equal("OrderBy ThenBy ToList", WayOf(ordered));
        Assert.Equal("OrderBy ThenBy Take Reverse ToList", WayOf(Woven.Reverse<Recording, int>(Woven.Take<Recording, int>(ordered, 3, Site("Take")), Site("Reverse"))));
    }

    [Fact]
    public void AppendPrepend_AllInOrder()
    {
        IEnumerable<int> added = Woven.Prepend<Recording, int>(Woven.Append<Recording, int>(_numbers, 3, Site("Append")), 5, Site("Prepend"));
        Assert.Equal("Append Prepend ToList", WayOf(added, 2));
    }

    [Fact]
    public void Concat_Chain_TellsEitherBranch()
    {
        IEnumerable<int> chain = Woven.Concat<Recording, int>(
            Woven.Where<Recording, int>(_numbers, x => true, Site("Where")), Woven.Skip<Recording, int>(_numbers, 2, Site("Skip")), Site("Concat"));
        string way = WayOf(Woven.Union<Recording, int>(chain, Woven.TakeLast<Recording, int>(_numbers, 2, Site("TakeLast")), Site("Union")));
        Assert.EndsWith("Union ToList", way);
        Assert.Contains("Where", way);
        Assert.Contains("Skip", way);
        Assert.Contains("Concat", way);
    }

    [Fact]
    public void CollectionPassedOn_TellsTheWayIntoItToo()
    {
        List<int> first = Woven.ToList<Recording, int>(Woven.Where<Recording, int>(_numbers, x => x > 1, Site("Where")), Site("Select2"));
        IEnumerable<int> next = Woven.DefaultIfEmpty<Recording, int>(Woven.Distinct<Recording, int>(first, Site("Distinct")), Site("DefaultIfEmpty"));
        Assert.Equal("Where Select2 Distinct DefaultIfEmpty ToList", WayOf(next));
    }

    [Fact]
    public void CastAndOfType_OfAFlow_TellBoth()
    {
        IEnumerable<object> boxed = Woven.Select<Recording, int, object>(_numbers, x => x, Site("Select"));
        Assert.Equal("Select OfType ToList", WayOf(Woven.OfType<Recording, int>(boxed, Site("OfType"))));
        Assert.Equal("Select Cast ToList", WayOf(Woven.Cast<Recording, int>(boxed, Site("Cast"))));
    }

    [Fact]
    public void Roots_OfTwoUntracedSequencesOfOneCall_AreToldApart()
    {
        IEnumerable<int> sums = Woven.Zip<Recording, int, int, int>(_numbers, new List<int> { 1, 2, 3 }, (x, y) => x + y, Site("Select2"));
        LineageRoot[] roots = [.. Lineage.Of(Woven.ToList<Recording, int>(sums, Site("ToList")), 2).Why().Roots];
        Assert.Equal(2, roots.Length);
        Assert.Equal([2L, 2L], roots.Select(root => root.Index));
        Assert.NotEqual(roots[0].ToString(), roots[1].ToString());
    }
}
