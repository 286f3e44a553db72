// Proves that filters and projections that run as one loop do what LINQ's nested iterators do: values, order of calls, exceptions, lists that a
// lambda changes; and that the spans are those of the records that arrive, whatever the column of the source.
using Weft.Tests.Capture;

namespace Weft.Tests.Flows;

public sealed class StageTests
{
    private static readonly int _site = TestSites.Register(TestSites.Row("Op", 1))[0];

    private static IEnumerable<T> Where<T>(IEnumerable<T> source, Func<T, bool> predicate, bool woven)
        => woven ? Woven.Where<Recording, T>(source, predicate, _site) : source.Where(predicate);

    private static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> source, Func<T, TResult> selector, bool woven)
        => woven ? Woven.Select<Recording, T, TResult>(source, selector, _site) : source.Select(selector);

    private static IList<T> Materialise<T>(IEnumerable<T> source, bool toArray, bool woven) => (toArray, woven) switch
    {
        (true, true) => Woven.ToArray<Recording, T>(source, _site),
        (true, false) => source.ToArray(),
        (false, true) => Woven.ToList<Recording, T>(source, _site),
        (false, false) => source.ToList(),
    };

    // Each lambda tells the log that it was called, and with what.
    private static IEnumerable<string> Chain(IEnumerable<int> source, string shape, List<string> log, Action<int> effect, bool woven)
    {
        IEnumerable<int> numbers = source;
        for (int i = 0; i < shape.Length; i++)
        {
            int level = i;
            if (shape[i] == 'w')
            {
                numbers = Where(numbers, number =>
                {
                    log.Add($"w{level}({number})");
                    effect(number);
                    return (number + level) % 3 != 0;
                }, woven);
            }
            else
            {
                numbers = Select(numbers, number =>
                {
                    log.Add($"s{level}({number})");
                    effect(number);
                    return number + 1;
                }, woven);
            }
        }
        return Select(numbers, number => number.ToString(System.Globalization.CultureInfo.InvariantCulture), woven);
    }

    private static (string Outcome, string Log) Run(Func<IEnumerable<int>> source, string shape, bool toArray, Func<IEnumerable<int>, Action<int>> effect, bool woven)
    {
        var log = new List<string>();
        IEnumerable<int> records = source();
        try
        {
            return (string.Join(",", Materialise(Chain(records, shape, log, effect(records), woven), toArray, woven)), string.Join(' ', log));
        }
        catch (InvalidOperationException e)
        {
            return ($"{e.GetType()}: {e.Message}", string.Join(' ', log));
        }
    }

    public static TheoryData<string, bool> Shapes
    {
        get
        {
            var shapes = new TheoryData<string, bool>();
            foreach (string shape in new[] { "", "w", "s", "ws", "sw", "wsws", "swws", "wswsw" })
            {
                shapes.Add(shape, true);
                shapes.Add(shape, false);
            }
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Chain_OverAnySource_CallsAndGivesWhatLinqDoes(string shape, bool toArray)
    {
        foreach (Func<IEnumerable<int>> source in new Func<IEnumerable<int>>[]
        {
            () => Enumerable.Range(0, 300).ToArray(), () => Enumerable.Range(0, 300).ToList(), () => Enumerable.Range(0, 300), () => new Queue<int>([5, 6, 7]), () => Array.Empty<int>(),
        })
        {
            Assert.Equal(Run(source, shape, toArray, _ => _ => { }, woven: false), Run(source, shape, toArray, _ => _ => { }, woven: true));
            Action<int> Throw(IEnumerable<int> _) => number => { if (number == 150) throw new InvalidOperationException("at 150"); };
            Assert.Equal(Run(source, shape, toArray, Throw, woven: false), Run(source, shape, toArray, Throw, woven: true));
        }
    }

    // Two filters in a row are left out: LINQ runs them as one filter in a loop that does not look whether the list was changed.
    [Theory]
    [InlineData("w")]
    [InlineData("s")]
    [InlineData("wsw")]
    [InlineData("sw")]
    [InlineData("wsws")]
    public void Chain_OverAListThatALambdaChanges_EndsAsLinqDoes(string shape)
    {
        Action<int> Add(IEnumerable<int> list) => number => { if (number == 7) ((List<int>)list).Add(100); };
        Action<int> Set(IEnumerable<int> list) => number => { if (number == 9) ((List<int>)list)[9] = 5; };
        foreach (Func<IEnumerable<int>, Action<int>> change in new[] { Add, Set })
        {
            Func<IEnumerable<int>> source = () => Enumerable.Range(0, 10).ToList();
            Assert.Equal(Run(source, shape, toArray: false, change, woven: false), Run(source, shape, toArray: false, change, woven: true));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Chain_RecordsThatArrive_HaveTheirSpans(bool scattered)
    {
        int[] numbers = [.. Enumerable.Range(0, 1000)];
        // By every other of them in reverse, the spans are neither consecutive nor ascending.
        IEnumerable<int> source = scattered ? Woven.ToList<Recording, int>(Woven.Reverse<Recording, int>(Where(numbers, number => number % 2 == 0, woven: true), _site), _site) : numbers;
        IEnumerable<int> chain = Where(Select(Where(source, number => number % 5 != 0, woven: true), number => number * 10, woven: true), number => number % 30 != 0, woven: true);
        List<int> list = Woven.ToList<Recording, int>(chain, _site);
        Assert.Equal(numbers.Where(number => (!scattered || number % 2 == 0) && number % 5 != 0 && number % 3 != 0).Select(number => number * 10).Order(), list.Order());
        for (int i = 0; i < list.Count; i += 37) Assert.Equal([list[i] / 10L], Lineage.Of(list, i).Why().Roots.Select(root => root.Index));
    }

    [Fact]
    public void Chain_DrainedWhileItIsEnumerated_DisturbsNothing()
    {
        List<int> numbers = [.. Enumerable.Range(0, 20)];
        IEnumerable<int> chain = Select(Where(numbers, number => number % 2 == 0, woven: true), number => number, woven: true);
        var seen = new List<int>();
        foreach (int number in chain)
        {
            seen.Add(number);
            Assert.Equal(10, Woven.ToList<Recording, int>(Where(chain, _ => true, woven: true), _site).Count);
        }
        Assert.Equal(numbers.Where(number => number % 2 == 0), seen);
    }
}
