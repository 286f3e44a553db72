// Proves that what comes out of a group says coarse, since the group's other members are named with it, and that nothing else does.
using Weft.Tests.Capture;

namespace Weft.Tests.Operators;

public sealed class MembersOfGroupsTests
{
    private static readonly int[] _handles = TestSites.Register(
        TestSites.Row("GroupBy", 1), TestSites.Row("SelectMany", 2), TestSites.Row("ToList", 3), TestSites.Row("Select", 4), TestSites.Row("GroupJoin", 5), TestSites.Row("Chunk", 6));

    private readonly int[] _numbers = [4, 2, 4, 7, 2, 4];

    [Fact]
    public void SelectMany_OfGroups_IsCoarse()
        => Assert.Equal((LineageVerdict.Coarse, 3), Why(Flat<IGrouping<int, int>>(Woven.GroupBy<Recording, int, int>(_numbers, x => x, _handles[0]), group => group)));

    [Fact]
    public void SelectMany_OfGroupsOfOne_IsExact()
        => Assert.Equal((LineageVerdict.Exact, 1), Why(Flat<IGrouping<int, int>>(Woven.GroupBy<Recording, int, int>([1, 2, 3], x => x, _handles[0]), group => group)));

    [Fact]
    public void SelectMany_OfWhatStandsOnTheGroup_IsCoarse()
        => Assert.Equal((LineageVerdict.Coarse, 3), Why(Flat<IGrouping<int, int>>(
            Woven.GroupBy<Recording, int, int>(_numbers, x => x, _handles[0]), group => Woven.Select<Recording, int, int>(group, x => x + 1, _handles[3]))));

    [Fact]
    public void SelectMany_OfChunks_IsCoarse()
        => Assert.Equal((LineageVerdict.Coarse, 4), Why(Flat<int[]>(Woven.Chunk<Recording, int>(_numbers, 4, _handles[5]), chunk => chunk)));

    [Fact]
    public void SelectMany_OfMatches_IsCoarseWhereThereAreSeveral()
    {
        IEnumerable<(int Outer, IEnumerable<int> Inner)> Joined(int[] outer) => Woven.GroupJoin<Recording, int, int, int, (int Outer, IEnumerable<int> Inner)>(
            outer, _numbers, x => x, x => x, (outer, inner) => (outer, inner), _handles[4]);
        Assert.Equal((LineageVerdict.Coarse, 4), Why(Flat(Joined([4]), pair => pair.Inner)));
        Assert.Equal((LineageVerdict.Exact, 2), Why(Flat(Joined([7]), pair => pair.Inner)));
    }

    [Fact]
    public void SelectMany_OfAnotherCollection_IsExact()
        => Assert.Equal((LineageVerdict.Exact, 4), Why(Flat<IGrouping<int, int>>(Woven.GroupBy<Recording, int, int>(_numbers, x => x, _handles[0]), _ => [1])));

    private static (LineageVerdict Verdict, int Roots) Why(List<int> list)
    {
        LineageGraph answer = Lineage.Of(list, 0).Why();
        return (answer.Verdict, answer.Roots.Count());
    }

    private static List<int> Flat<T>(IEnumerable<T> outer, Func<T, IEnumerable<int>> inner)
        => Woven.ToList<Recording, int>(Woven.SelectMany<Recording, T, int>(outer, inner, _handles[1]), _handles[2]);
}
