// Proves that chains of operators which LINQ reads without a frame an operator are read so woven: they may be as long as the program likes, on a small stack.
using Weft.Tests.Capture;

namespace Weft.Tests.Operators;

public sealed class DepthTests
{
    private const int Depth = 8_000; // a frame an operator would not fit; LINQ itself reads a chain of Concat in the square of its length
    private const int Stack = 256 * 1024;

    private static readonly int _site = TestSites.Register(TestSites.Row("Deep", 1))[0];
    private static readonly int[] _one = [7];

    private static readonly Dictionary<string, Func<IEnumerable<int>, int, IEnumerable<int>>> _operators = new()
    {
        ["Append"] = (records, i) => Woven.Append<Recording, int>(records, i, _site),
        ["Prepend"] = (records, i) => Woven.Prepend<Recording, int>(records, i, _site),
        ["AppendPrepend"] = (records, i) => i % 2 == 0 ? Woven.Append<Recording, int>(records, i, _site) : Woven.Prepend<Recording, int>(records, i, _site),
        ["Concat"] = (records, i) => Woven.Concat<Recording, int>(records, new[] { i }, _site),
        ["Union"] = (records, i) => Woven.Union<Recording, int>(records, new[] { i }, _site),
        ["Skip"] = (records, i) => Woven.Skip<Recording, int>(records, i % 2, _site),
        ["Take"] = (records, i) => Woven.Take<Recording, int>(records, int.MaxValue - i, _site),
    };

    private static readonly Dictionary<string, Func<IEnumerable<int>, int>> _readers = new()
    {
        ["ToList"] = records => Woven.ToList<Recording, int>(records, _site).Count,
        ["ToArray"] = records => Woven.ToArray<Recording, int>(records, _site).Length,
        ["Count"] = records => Woven.Count<Recording, int>(records, _site),
        ["First"] = records => Woven.FirstOrDefault<Recording, int>(records, _site),
        ["Last"] = records => Woven.LastOrDefault<Recording, int>(records, _site),
        ["ElementAt"] = records => Woven.ElementAtOrDefault<Recording, int>(records, 5, _site),
        ["Contains"] = records => Woven.Contains<Recording, int>(records, -1, _site) ? 1 : 0,
        ["Sum"] = records => Woven.Sum<Recording>(records, _site),
        ["Loop"] = records => { int sum = 0; foreach (int record in records) sum += record; return sum; },
    };

    public static TheoryData<string, string, bool> Chains
    {
        get
        {
            var chains = new TheoryData<string, string, bool>();
            foreach (string name in _operators.Keys)
            {
                foreach (string reader in _readers.Keys)
                {
                    chains.Add(name, reader, false);
                    chains.Add(name, reader, true);
                }
            }
            return chains;
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void Chain_ManyOperators_IsReadOnASmallStack(string name, string reader, bool overFlow)
    {
        IEnumerable<int> records = overFlow ? Woven.Where<Recording, int>(_one, x => x > 0, _site) : _one;
        for (int i = 0; i < Depth; i++) records = _operators[name](records, i);
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    _readers[reader](records);
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            Stack);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
