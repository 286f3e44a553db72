using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what a lambda or local function puts into a collection follows from the records that its captured variables were made of when they were stored, wherever and whenever it runs; and is incomplete where a variable may be made of
// others. Woven against the product's runtime, in Debug and Release.
public class CapturedLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(IEnumerable<T> records, int at) { var list = records.Select(r => r).ToList(); return (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString()); }
        static readonly int[] s_numbers = [3, 1, 2];
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();
        static IEnumerable<int> Flow() => s_numbers.Where(n => n > 1);

        public static object TaskRun() { var list = new List<int>(); foreach (int n in Flow()) Task.Run(() => list.Add(n)).Wait(); return Answer(list, 1); }
        public static object Local() { var list = new List<int>(); foreach (int n in Flow()) { int m = n * 2; Task.Run(() => { list.Add(m); }).Wait(); } return Answer(list, 1); }
        public static object AsyncLambda() { var list = new List<int>(); foreach (int n in Flow()) Task.Run(async () => { await Task.Yield(); list.Add(n); }).Wait(); return Answer(list, 1); }
        public static object ParallelInvoke() { var list = new List<int>(); foreach (int n in Flow()) Parallel.Invoke(() => list.Add(n)); return Answer(list, 1); }
        public static object Later() { var list = new List<int>(); var actions = new List<Action>(); foreach (int n in Flow()) actions.Add(() => list.Add(n)); foreach (Action a in actions) a(); return Answer(list, 1); }
        public static object LocalFunction() { var list = new List<int>(); foreach (int n in Flow()) { Keep(); void Keep() { list.Add(n); } } return Answer(list, 1); }
        public static object OuterVariable() { var list = new List<int>(); int last = 0; foreach (int n in Flow()) { last = n; Keep(); } return Answer(list, 1); void Keep() { list.Add(last); } }
        public static object OnThread() { var list = new List<int>(); foreach (int n in Flow()) { var t = new System.Threading.Thread(() => list.Add(n)); t.Start(); t.Join(); } return Answer(list, 1); }
        public static object ByIndex() { var list = new List<int>(); var all = Numbers(); for (int i = 0; i < all.Count; i++) { int n = all[i]; Task.Run(() => list.Add(n)).Wait(); } return Answer(list, 1); }
        static void Save(List<int> list, int n) => Task.Run(() => list.Add(n)).Wait();
        public static object OfArgument() { var list = new List<int>(); foreach (int n in Flow()) Save(list, n); return Answer(list, 1); }
        sealed class Repository { public readonly List<int> Items = new(); public void Add(int n) => Items.Add(n); }
        public static object HandedOn() { var r = new Repository(); foreach (int n in Flow()) Task.Run(() => r.Add(n)).Wait(); return Answer(r.Items, 1); }
        public static object Generic() => Answer(Kept(Flow()), 1);
        static List<T> Kept<T>(IEnumerable<T> all) { var list = new List<T>(); foreach (T x in all) Task.Run(() => list.Add(x)).Wait(); return list; }
        public static object Total() { var list = new List<int>(); int total = 0; foreach (int n in Flow()) { total += n; Task.Run(() => list.Add(total)).Wait(); } return Answer(list, 1); }
        public static object Set() { var set = new SortedSet<int>(); foreach (int n in Flow()) Task.Run(() => set.Add(n)).Wait(); return Answer(set, 1); }
        public static object Plain() { var list = new List<int>(); foreach (int n in s_numbers) Task.Run(() => list.Add(n)).Wait(); return Answer(list, 1); }
        public static object StoredAgain() { var list = new List<int>(); int last = 0; foreach (int n in Flow()) last = n; last = 7; Task.Run(() => list.Add(last)).Wait(); return Answer(list, 0); }
        """;

    [Theory]
    [InlineData("TaskRun")]
    [InlineData("Local")]
    [InlineData("AsyncLambda")]
    [InlineData("ParallelInvoke")]
    [InlineData("Later")]
    [InlineData("LocalFunction")]
    [InlineData("OuterVariable")]
    [InlineData("OnThread")]
    [InlineData("ByIndex")]
    [InlineData("OfArgument")]
    [InlineData("HandedOn")]
    [InlineData("Generic")]
    public void Why_PutInByALambda_NamesTheRecordThatItCaptured(string method) => Lineages.Check(Program, method, "s_numbers[2]", isExact: true);

    [Theory]
    [InlineData("Total")]
    [InlineData("Set")]
    public void Why_PutInByALambdaOfMoreThanOneRecord_IsIncomplete(string method) => Lineages.Check(Program, method, "", isExact: false);

    [Theory]
    [InlineData("Plain", "records[1]")]
    [InlineData("StoredAgain", "records[0]")]
    public void Why_PutInByALambdaOfNoRecord_IsASource(string method, string expected) => Lineages.Check(Program, method, expected, isExact: true);
}
