using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what is put in that an operator has made of records, or a method by way of one, follows from those records; of untraced collections it is a source of its own. Woven against the product's runtime, in Debug and
// Release.
public class ScalarLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(IEnumerable<T> records, int at) { var list = records.Select(r => r).ToList(); return (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString()); }
        static readonly int[] s_numbers = [3, 1, 2];
        static IEnumerable<int> Flow() => s_numbers.Where(n => n > 1);
        static List<int> Numbers() => Flow().ToList();

        public static object ScalarFirst() { var xs = Numbers(); var list = new List<int>(); list.Add(xs.First()); return Answer(list, 0); }
        public static object ScalarLast() { var xs = Numbers(); var list = new List<int>(); list.Add(xs.Last() + 1); return Answer(list, 0); }
        public static object ScalarSum() { var xs = Numbers(); var list = new List<int>(); list.Add(xs.Sum()); return Answer(list, 0); }
        public static object ScalarMax() { var xs = Numbers(); int m = xs.Max(); var list = new List<int> { m }; return Answer(list, 0); }
        public static object ScalarCount() { var xs = Numbers(); var list = new List<int> { xs.Count() }; return Answer(list, 0); }
        public static object ScalarSingle() { var list = new List<int>(); foreach (int k in s_numbers) if (k > 1) list.Add(Numbers().Single(n => n == k)); return Answer(list, 1); }
        public static object ScalarFirstInLoop() { var xs = Numbers(); var list = new List<int>(); foreach (int k in Flow()) list.Add(xs.First(n => n == k) * 10 + k); return Answer(list, 1); }
        public static object ScalarSumInLoop() { var xs = Numbers(); var list = new List<int>(); foreach (int k in Flow()) list.Add(xs.Where(n => n >= k).Sum()); return Answer(list, 1); }
        public static object ArrayLiteral() { var xs = Numbers(); int[] a = { xs.First(), xs.Last() }; return Answer(a, 0); }
        public static object GroupSum() { var list = new List<int>(); foreach (var g in Flow().GroupBy(n => n % 2)) list.Add(g.Sum()); return Answer(list, 1); }
        public static object StringJoin() { var list = new List<string>(); list.Add(string.Join("+", Flow())); return Answer(list, 0); }
        static int Total(int least) => Numbers().Where(n => n >= least).Sum();
        public static object ByMethod() { var list = new List<int>(); list.Add(Total(1)); return Answer(list, 0); }
        static async Task<List<int>> Waiting() { var list = new List<int>(); foreach (int k in Flow()) { int last = Numbers().Last(); await Task.Yield(); list.Add(last); } return list; }
        public static object BehindAwait() => Answer(Waiting().Result, 1);
        public static object Either() { var xs = Numbers(); int n = 7; if (xs.Count > 1) n = xs.Min(); var list = new List<int> { n }; return Answer(list, 0); }
        public static object Stale() { var xs = Numbers(); var list = new List<int>(); foreach (int k in s_numbers) { int n = 7; if (k > 2) n = xs.Min(); list.Add(n); } return Answer(list, 1); }
        public static object Nested() { var xs = Numbers(); var list = new List<int> { xs.First(n => n == Numbers().Min()) }; return Answer(list, 0); }
        public static object Parallel() { var list = new List<int> { Flow().AsParallel().Sum() }; return Answer(list, 0); }
        public static object Named() { var total = Flow().Sum(); var list = new List<int> { total }; return Answer(list, 0); }
        public static object Default() { var list = new List<int> { Flow().FirstOrDefault(n => n > 9) }; return Answer(list, 0); }
        public static object Throwing() { var list = new List<int>(); try { list.Add(Flow().First(n => n > 9)); } catch (InvalidOperationException) { } list.Add(s_numbers.First()); return Answer(list, 0); }
        public static object Plain() { var list = new List<int> { s_numbers.First() }; return Answer(list, 0); }
        """;

    [Theory]
    [InlineData("ScalarFirst", "s_numbers[0]")]
    [InlineData("ScalarLast", "s_numbers[2]")]
    [InlineData("ScalarSum", "s_numbers[2]")]
    [InlineData("ScalarMax", "s_numbers[0]")]
    [InlineData("ScalarCount", "s_numbers[2]")]
    [InlineData("ScalarSingle", "s_numbers[2]")]
    [InlineData("ScalarFirstInLoop", "s_numbers[2]  (Where, ToList, First)")]
    [InlineData("ScalarSumInLoop", "s_numbers[0]  (Where, ToList, Where)")]
    [InlineData("StringJoin", "s_numbers[2]")]
    [InlineData("GroupSum", "s_numbers[2]")]
    [InlineData("Either", "s_numbers[2]")]
    [InlineData("ByMethod", "s_numbers[2]")]
    [InlineData("BehindAwait", "s_numbers[2]  (Where, ToList, Last)")]
    [InlineData("Nested", "s_numbers[2]")]
    [InlineData("Parallel", "s_numbers[2]")]
    [InlineData("Named", "s_numbers[2]")]
    public void Why_MadeByAnOperator_NamesTheRecordsThatItIsMadeOf(string method, string expected) => Lineages.Check(Program, method, expected, isExact: true);

    [Theory]
    [InlineData("Stale", "")]
    [InlineData("ArrayLiteral", "")]
    public void Why_MadeByAnOperatorOrNot_IsIncomplete(string method, string expected) => Lineages.Check(Program, method, expected, isExact: false);

    [Theory]
    [InlineData("Plain")]
    [InlineData("Throwing")]
    public void Why_MadeOfAnUntracedCollection_IsASource(string method) => Lineages.Check(Program, method, "records[0]", isExact: true);

    [Fact]
    public void Why_MadeByAnOperatorThatFoundNone_HasNoSource() => Lineages.Check(Program, "Default", "FirstOrDefault", isExact: true);
}
