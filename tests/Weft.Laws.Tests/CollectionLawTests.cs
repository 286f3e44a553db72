extern alias plain;
extern alias woven;

using Reader = (string Name, System.Func<System.Collections.Generic.IEnumerable<int>, System.Collections.Generic.List<string>, object?> Read);

namespace Weft.Laws.Tests;

/// <summary>
/// Proves of the collections' own operators what <see cref="LinqLawTests"/> proves of LINQ: over any source, read as it is or through an operator, the woven build of the
/// same source gives the same answers and exceptions, leaves collections as they are left, and calls lambdas and comparers in the same order.
/// </summary>
public sealed class CollectionLawTests
{
    private static readonly IReadOnlyList<Reader> _plain = [.. plain::Weft.Laws.Lists.OfLists.Concat(plain::Weft.Laws.Arrays.All).Concat(plain::Weft.Laws.Collections.All).Concat(plain::Weft.Laws.Texts.All).Select(program => (program.Name, program.Read))];
    private static readonly IReadOnlyList<Reader> _woven = [.. woven::Weft.Laws.Lists.OfLists.Concat(woven::Weft.Laws.Arrays.All).Concat(woven::Weft.Laws.Collections.All).Concat(woven::Weft.Laws.Texts.All).Select(program => (program.Name, program.Read))];

    public static TheoryData<int, string> Programs
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < _plain.Count; i++) data.Add(i, _plain[i].Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_OverAnySource_DoesWhatDotNetDoes(int program, string name)
    {
        Assert.Equal(name, _woven[program].Name);
        foreach (Source source in Source.All)
        {
            Assert.Equal(Outcome.Of(source, _plain[program].Read), Outcome.Of(source, _woven[program].Read));
            Assert.Equal(
                Outcome.Of(source, (s, log) => _plain[program].Read(plain::Weft.Laws.Stages.All[0].Apply(s, log), log)),
                Outcome.Of(source, (s, log) => _woven[program].Read(woven::Weft.Laws.Stages.All[0].Apply(s, log), log)));
        }
    }

    // .NET's sort is not stable, and chooses its algorithm by the number of records and the depth of the recursion.
    [Fact]
    public void Sort_OfATracedList_ComparesAndMovesAsDotNetDoes()
    {
        var random = new Random(7);
        for (int round = 0; round < 400; round++)
        {
            int[] values = [.. Enumerable.Range(0, random.Next(0, round < 380 ? 70 : 3000)).Select(i => round % 4 == 0 ? i : random.Next(100_000))];
            for (int i = 0; i < plain::Weft.Laws.Lists.Sorts.Count; i++)
                Assert.Equal(plain::Weft.Laws.Lists.Sorts[i](values), woven::Weft.Laws.Lists.Sorts[i](values));
            Assert.Equal(plain::Weft.Laws.Lists.SortedDoubles(values), woven::Weft.Laws.Lists.SortedDoubles(values));
        }
    }
}
