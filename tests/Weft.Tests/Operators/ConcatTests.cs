// Proves that a Concat of more records than an array can have throws before it reads any, as LINQ's does.
using System.Collections;
using Weft.Tests.Capture;

namespace Weft.Tests.Operators;

public sealed class ConcatTests
{
    private static readonly int _site = TestSites.Register(TestSites.Row("Concat", 1))[0];

    public static TheoryData<int[]> Counts => new([int.MaxValue, 1], [1, int.MaxValue], [1, 1, int.MaxValue]);

    [Theory]
    [MemberData(nameof(Counts))]
    public void ToArrayAndToList_OfMoreRecordsThanAnArrayHas_OverflowBeforeAnyIsCopied(int[] counts)
    {
        IEnumerable<int> all = counts.Skip(1).Aggregate((IEnumerable<int>)new Claiming(counts[0]), (first, count) => Woven.Concat<Recording, int>(first, new Claiming(count), _site));

        Assert.Throws<OverflowException>(() => Woven.Count<Recording, int>(all, _site));
        Assert.Throws<OverflowException>(() => Woven.ToArray<Recording, int>(all, _site));
        Assert.Throws<OverflowException>(() => Woven.ToList<Recording, int>(all, _site));
    }

    // Says how many it has; whoever wants to see them is wrong.
    private sealed class Claiming(int count) : ICollection<int>
    {
        public int Count => count;

        public bool IsReadOnly => true;

        public bool Contains(int item) => throw new NotSupportedException();

        public void CopyTo(int[] array, int arrayIndex) => throw new NotSupportedException();

        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public void Add(int item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        public bool Remove(int item) => throw new NotSupportedException();
    }
}
