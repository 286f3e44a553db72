using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: a loop over a collection by an enumerator of the collection's own is at the record that the collection's lineage says, however the loop knows the collection; where that was lost, what the loop adds is incomplete. Woven against
// the product's runtime, in Debug and Release.
public class EnumeratedLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(IEnumerable<T> records, int at) { var list = records.Select(r => r).ToList(); return (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString()); }
        static readonly int[] s_numbers = [3, 1, 2];
        static IEnumerable<int> Flow() => s_numbers.Where(n => n > 1);
        static Dictionary<int, int> Table() { var d = new Dictionary<int, int>(); foreach (int n in Flow()) d[n] = n * 10; return d; }

        public static object Set() { var set = Flow().ToHashSet(); var list = new List<int>(); foreach (int n in set) list.Add(n); return Answer(list, 1); }
        public static object Pairs() { var d = Table(); var list = new List<int>(); foreach (var (k, v) in d) list.Add(v); return Answer(list, 1); }
        public static object PairsMade() { var d = Flow().ToDictionary(n => n); var list = new List<int>(); foreach (var p in d) list.Add(p.Value); return Answer(list, 1); }
        public static object Values() { var d = Table(); var list = new List<int>(); foreach (var v in d.Values) list.Add(v); return Answer(list, 1); }
        public static object Queue() { var q = new Queue<int>(); foreach (int n in Flow()) q.Enqueue(n); var list = new List<int>(); foreach (var v in q) list.Add(v); return Answer(list, 1); }
        public static object Stack() { var s = new Stack<int>(); foreach (int n in Flow()) s.Push(n); var list = new List<int>(); foreach (var v in s) list.Add(v); return Answer(list, 0); }
        public static object Sorted() { var s = new SortedSet<int>(Flow()); var list = new List<int>(); foreach (var v in s) list.Add(v); return Answer(list, 0); }
        public static object ImmutableArray() { var a = System.Collections.Immutable.ImmutableArray.CreateRange(Flow()); var list = new List<int>(); foreach (var v in a) list.Add(v); return Answer(list, 1); }
        public static object ImmutableList() { var a = System.Collections.Immutable.ImmutableList.CreateRange(Flow()); var list = new List<int>(); foreach (var v in a) list.Add(v); return Answer(list, 1); }
        public static object SetByInterface() { ISet<int> set = Flow().ToHashSet(); var list = new List<int>(); foreach (var v in set) list.Add(v); return Answer(list, 1); }
        public static object ArrayByInterface() { IEnumerable<int> array = Flow().ToArray(); var list = new List<int>(); foreach (var v in array) list.Add(v); return Answer(list, 1); }
        public static object QueueByInterface() { var q = new Queue<int>(); foreach (int n in Flow()) q.Enqueue(n); IEnumerable<int> all = q; var list = new List<int>(); foreach (var v in all) list.Add(v); return Answer(list, 1); }
        public static object NonGeneric() { var list = new List<int>(); foreach (int n in (System.Collections.IEnumerable)Flow().ToList()) list.Add(n); return Answer(list, 1); }
        static async Task<List<int>> Waiting() { ISet<int> set = Flow().ToHashSet(); var list = new List<int>(); foreach (var v in set) { await Task.Yield(); list.Add(v); } return list; }
        public static object Async() => Answer(Waiting().Result, 1);
        static async Task<List<int>> WaitingOwn() { var set = Flow().ToHashSet(); var list = new List<int>(); foreach (var v in set) { await Task.Yield(); list.Add(v); } return list; }
        public static object AsyncOwn() => Answer(WaitingOwn().Result, 1);
        public static object Removed() { var set = s_numbers.Where(n => n > 0).ToHashSet(); var list = new List<int>(); foreach (int n in set) { set.Remove(1); list.Add(n); } return Answer(list, 1); }
        public static object Linked() { var l = new LinkedList<int>(); foreach (int n in Flow()) l.AddLast(n); var list = new List<int>(); foreach (var v in l) list.Add(v); return Answer(list, 1); }
        public static object SortedPairs() { var d = new SortedDictionary<int, int>(); foreach (int n in Flow()) d[n] = n; var list = new List<int>(); foreach (var v in d) list.Add(v.Value); return Answer(list, 1); }
        public static object PlainSet() { var set = new HashSet<int>(s_numbers); var list = new List<int>(); foreach (int n in set) list.Add(n); return Answer(list, 1); }
        public static object PlainPairs() { var d = new Dictionary<int, int> { [1] = 2, [3] = 4 }; var list = new List<int>(); foreach (var (k, v) in d) list.Add(v); return Answer(list, 1); }
        """;

    [Theory]
    [InlineData("Set")]
    [InlineData("Pairs")]
    [InlineData("PairsMade")]
    [InlineData("Values")]
    [InlineData("Queue")]
    [InlineData("Stack")]
    [InlineData("Sorted")]
    [InlineData("ImmutableArray")]
    [InlineData("ImmutableList")]
    [InlineData("SetByInterface")]
    [InlineData("ArrayByInterface")]
    [InlineData("QueueByInterface")]
    [InlineData("NonGeneric")]
    [InlineData("Async")]
    [InlineData("AsyncOwn")]
    public void Why_AddedInALoopOverACollection_NamesTheRecordOfTheLoop(string method) => Lineages.Check(Program, method, "s_numbers[2]", isExact: true);

    [Theory]
    [InlineData("Removed")]
    [InlineData("Linked")]
    [InlineData("SortedPairs")]
    public void Why_AddedInALoopOverACollectionWhoseLineageIsLost_IsIncomplete(string method) => Lineages.Check(Program, method, "", isExact: false);

    [Theory]
    [InlineData("PlainSet")]
    [InlineData("PlainPairs")]
    public void Why_AddedInALoopOverAPlainCollection_IsASource(string method) => Lineages.Check(Program, method, "records[1]", isExact: true);
}
