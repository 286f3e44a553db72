using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what is made of the result of a method of the program follows from the record that the method looked up, or is incomplete; a method that waits says so. Woven against the product's runtime, in Debug and Release.
public class ReturnedLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(IEnumerable<T> records, int at) { var list = records.Select(r => r).ToList(); return (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString()); }
        static readonly int[] s_numbers = [3, 1, 2];
        static readonly int[] s_keys = [2, 3];
        static IEnumerable<int> Flow() => s_numbers.Where(n => n > 1);
        static IEnumerable<int> Keys() => s_keys.Where(n => n > 0);
        sealed class Repository
        {
            readonly Dictionary<int, int> _byId = new(); readonly List<int> _list = new(); readonly int[] _array = new int[4];
            public Repository() { foreach (int n in Flow()) { _byId[n] = n * 10; _list.Add(n); _array[n] = n; } }
            public int Find(int id) => _byId[id]; public int ByIndex(int id) => _list[id - 2]; public int ByArray(int id) => _array[id]; public bool Try(int id, out int found) => _byId.TryGetValue(id, out found);
            public int Deep(int id) => Find(id) + 1; public int this[int id] => _byId[id]; public int Last => _list[^1]; public Task<int> FindTask(int id) => Task.FromResult(_byId[id]);
            public async Task<int> FindAsync(int id) { await Task.Yield(); return _byId[id]; } public async Task<int> FindAtOnce(int id) { if (id < 0) await Task.Yield(); return _byId[id]; }
            public int Nothing(int id) { Find(id); return 7; } public int FindOr(int id, Repository other) => id < 0 ? other.FindOr(-id, this) : 5;
        }

        public static object Find() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(r.Find(k) + k); return Answer(list, 1); }
        public static object Alone() { var r = new Repository(); var list = new List<int>(); foreach (int k in s_keys) list.Add(r.Find(k)); return Answer(list, 1); }
        public static object Deep() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(r.Deep(k) + k); return Answer(list, 1); }
        public static object Indexer() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(r[k] + k); return Answer(list, 1); }
        public static object Try() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) if (r.Try(k, out int n)) list.Add(n + k); return Answer(list, 1); }
        static async Task<List<int>> OfTask() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(await r.FindTask(k) + k); return list; }
        public static object Tasks() => Answer(OfTask().Result, 1);
        static async Task<List<int>> OfAtOnce() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(await r.FindAtOnce(k) + k); return list; }
        public static object AtOnce() => Answer(OfAtOnce().Result, 1);
        static Dictionary<int, int> Table() { var d = new Dictionary<int, int>(); foreach (int n in Flow()) d[n] = n; return d; }
        public static object ByDelegate() { var d = Table(); Func<int, int> find = k => d[k]; var list = new List<int>(); foreach (int k in Keys()) list.Add(find(k) + k); return Answer(list, 1); }
        public static object ByIndex() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(r.ByIndex(k) + k); return Answer(list, 1); }
        public static object Last() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(r.Last + k); return Answer(list, 1); }
        public static object ByArray() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(r.ByArray(k) + k); return Answer(list, 1); }
        static async Task<List<int>> OfAsync() { var r = new Repository(); var list = new List<int>(); foreach (int k in Keys()) list.Add(await r.FindAsync(k) + k); return list; }
        public static object Waits() => Answer(OfAsync().Result, 1);
        public static object InLambda() { var r = new Repository(); return Answer(Keys().Select(k => r.Find(k) + k).ToList(), 1); }
        static readonly List<int> s_list = Flow().ToList();
        static int Total(int least) => s_list.Where(n => n >= least).Sum();
        public static object SumInLambda() => Answer(Keys().Select(k => Total(k)).ToList(), 1);
        public static object DeepInLambda() { var r = new Repository(); return Answer(Keys().Select(k => { int found = r.Deep(k); return found * 2; }).ToList(), 1); }
        public static object DecidesInLambda() { var r = new Repository(); return Answer(Keys().Where(k => r.Find(k) > 0).ToList(), 1); }
        static readonly Dictionary<int, int> s_plain = new() { [2] = 20, [3] = 30 };
        static int Plain(int k) => s_plain[k];
        public static object PlainInLambda() => Answer(Keys().Select(k => Plain(k)).ToList(), 1);
        public static object Nothing() { var r = new Repository(); var list = new List<int>(); foreach (int k in s_keys) list.Add(r.Nothing(k)); return Answer(list, 1); }
        """;

    [Theory]
    [InlineData("Find", "s_numbers[0]")]
    [InlineData("Alone", "s_numbers[0]")]
    [InlineData("Deep", "s_numbers[0]")]
    [InlineData("Indexer", "s_numbers[0]")]
    [InlineData("Try", "s_numbers[0]")]
    [InlineData("Tasks", "s_numbers[0]")]
    [InlineData("AtOnce", "s_numbers[0]")]
    [InlineData("ByDelegate", "s_numbers[0]")]
    [InlineData("ByIndex", "s_numbers[2]")]
    [InlineData("Last", "s_numbers[2]")]
    public void Why_MadeOfAMethodsResult_NamesTheRecordThatItLookedUp(string method, string expected) => Lineages.Check(Program, method, expected, isExact: true);

    [Theory]
    [InlineData("ByArray")]
    [InlineData("Waits")]
    public void Why_MadeOfAResultThatCannotBeTold_IsIncomplete(string method) => Lineages.Check(Program, method, "s_keys[1]", isExact: false);

    [Theory]
    [InlineData("InLambda")]
    [InlineData("SumInLambda")]
    [InlineData("DeepInLambda")]
    public void Why_MadeByALambdaOfAMethodsResult_IsIncomplete(string method) => Lineages.Check(Program, method, "looked up at Select", isExact: false);

    [Theory]
    [InlineData("DecidesInLambda")]
    [InlineData("PlainInLambda")]
    public void Why_MadeByALambdaThatAsksAMethodOrReadsWhatNobodyTraced_IsExact(string method) => Lineages.Check(Program, method, "s_keys[1]", isExact: true);

    [Fact]
    public void Why_MadeOfAResultThatWasNotLookedUp_NamesNoRecord() => Lineages.Check(Program, "Nothing", "records[1]", isExact: true);
}
