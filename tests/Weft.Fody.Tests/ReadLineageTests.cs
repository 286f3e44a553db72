using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what loops over arrays add, and what is read by index or by an enumerator that the program moves itself, follows from exactly the records that it is made of, in Debug and Release; where
// a way through the method leaves that open, or what was read is changed unseen, the answer says incomplete. Values are those of the unwoven program.
public class ReadLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(List<T> list, int? at = null)
        {
            var why = Weft.Lineage.Of(list, at ?? list.Count - 1, "list").Why();
            return (string.Join(",", list), (why.Verdict == Weft.LineageVerdict.Exact ? "" : "incomplete: ") + "<" + string.Join(" ", why.Roots.Select(r => r.ToString()).Order(StringComparer.Ordinal)) + ">");
        }
        static IEnumerable<int> Src(int[] a) => a.Where(x => x > 0);
        static readonly int[] a = [1, 2, 3, 4];
        static readonly int[] b = [5, 6, 7];
        static List<int> ListA() => Src(a).ToList();
        static int[] ArrayA() => Src(a).ToArray();
        static int[] ArrayB() => b.Where(x => x > 0).ToArray();

        public static object Array() { var list = new List<int>(); foreach (var x in ArrayA()) list.Add(x * 2); return Answer(list); }
        public static object ArrayOfLocal() { var list = new List<int>(); var xs = ArrayA(); foreach (var x in xs) if (x != 4) list.Add(x * 2); return Answer(list); }
        public static object ArrayInArray() { var list = new List<int>(); foreach (var x in ArrayA()) foreach (var y in ArrayB()) list.Add(x * y); return Answer(list); }
        public static object ArrayInFlow() { var list = new List<int>(); foreach (var x in Src(a)) foreach (var y in ArrayB()) list.Add(x * y); return Answer(list); }
        public static object PlainInFlow() { var list = new List<int>(); foreach (var x in Src(a)) foreach (var y in b) list.Add(x + y); return Answer(list); }
        public static object Parts() { var list = new List<string>(); foreach (var x in Src(a)) foreach (var y in (x + ",b").Split(',')) list.Add(y); return Answer(list); }
        static async Task<List<int>> Awaited(int[] xs) { var list = new List<int>(); foreach (var x in xs) { await Task.Yield(); list.Add(x); await Task.Yield(); } return list; }
        public static object ArrayAsync() => Answer(Awaited(ArrayA()).Result);
        static IEnumerable<int> Filling(List<int> list, int[] xs) { foreach (var x in xs) { list.Add(x); yield return x; } }
        public static object ArrayInIterator() { var list = new List<int>(); Filling(list, ArrayA()).Count(); return Answer(list); }
        public static object ArraySorted() { var xs = ArrayA(); System.Array.Sort(xs, (x, y) => y - x); var list = new List<int>(); foreach (var x in xs) list.Add(x); return Answer(list); }
        public static object ArraySetUnseen() { var xs = ArrayA(); xs[0] = 9; var list = new List<int>(); foreach (var x in xs) list.Add(x); return Answer(list); }
        public static object ArrayTotal() { var list = new List<int>(); int t = 0; foreach (var x in ArrayA()) { t += x; list.Add(t); } return Answer(list); }
        public static object ArrayGeneric() => Answer(Copied(ArrayA()));
        static List<T> Copied<T>(T[] xs) { var list = new List<T>(); foreach (var x in xs) list.Add(x); return list; }
        public static object ArrayOfDerived() { object[] xs = Src(a).Select(x => "s" + x).ToArray(); var list = new List<object>(); foreach (var x in xs) list.Add(x); return Answer(list); }

        public static object ByIndex() { var xs = ListA(); var list = new List<int>(); for (int i = 0; i < xs.Count; i++) list.Add(xs[i] * 2); return Answer(list); }
        public static object ByIndexOfArray() { var xs = ArrayA(); var list = new List<int>(); for (int i = 0; i < xs.Length; i++) list.Add(xs[i] * 2); return Answer(list); }
        public static object Backwards() { var xs = ArrayA(); var list = new List<int>(); for (int i = xs.Length - 1; i >= 0; i--) list.Add(xs[i]); return Answer(list); }
        public static object Neighbours() { var xs = ListA(); var list = new List<int>(); for (int i = 1; i < xs.Count; i++) list.Add(xs[i] - xs[i - 1]); return Answer(list); }
        public static object NeighboursOfArray() { var xs = ArrayA(); var list = new List<int>(); for (int i = 1; i < xs.Length; i++) list.Add(xs[i] - xs[i - 1]); return Answer(list); }
        public static object Twos() { var xs = ArrayA(); var list = new List<int>(); for (int i = 0; i + 1 < xs.Length; i += 2) list.Add(xs[i] + xs[i + 1]); return Answer(list); }
        public static object Products() { var xs = ArrayA(); var ys = ArrayB(); var list = new List<int>(); for (int i = 0; i < xs.Length; i++) for (int j = 0; j < ys.Length; j++) list.Add(xs[i] * ys[j]); return Answer(list); }
        public static object Zipped() { var xs = ArrayA(); var ys = ArrayB(); var list = new List<int>(); for (int i = 0; i < ys.Length; i++) list.Add(xs[i] * ys[i]); return Answer(list); }
        public static object LastOne() { var xs = ListA(); var list = new List<int> { }; list.Add(xs[^1]); return Answer(list); }
        public static object LookedUp() { var xs = ListA(); var list = new List<int>(); foreach (var y in ArrayB()) list.Add(y + xs[y % 4]); return Answer(list); }
        public static object ReadOnly() { IReadOnlyList<int> xs = ListA(); var list = new List<int>(); for (int i = 0; i < xs.Count; i++) list.Add(xs[i]); return Answer(list); }
        public static object ReadBack() { var xs = ListA(); var list = new List<int>(); list.Add(xs[0]); for (int i = 1; i < 3; i++) list.Add(list[^1] + xs[i]); return Answer(list); }
        struct Price { public int Value; }
        public static object OfStructs() { var xs = Src(a).Select(x => new Price { Value = x }).ToArray(); var list = new List<int>(); for (int i = 0; i < xs.Length; i++) list.Add(xs[i].Value); return Answer(list); }
        public static object ByIndexAsync() => Answer(IndexedAsync(ListA()).Result);
        static async Task<List<int>> IndexedAsync(List<int> xs) { var list = new List<int>(); for (int i = 1; i < xs.Count; i++) { int d = xs[i] - xs[i - 1]; await Task.Yield(); list.Add(d); } return list; }
        public static object Rows() { int[][] rows = [ArrayA(), ArrayB()]; var list = new List<int>(); for (int i = 0; i < 3; i++) list.Add(rows[0][i] + rows[1][i]); return Answer(list); }

        public static object ByIndexTotal() { var xs = ArrayA(); var list = new List<int>(); int t = 0; for (int i = 0; i < xs.Length; i++) { t += xs[i]; list.Add(t); } return Answer(list); }
        public static object ByIndexPrevious() { var xs = ListA(); var list = new List<int>(); int p = 0; for (int i = 0; i < xs.Count; i++) { list.Add(p + xs[i]); p = xs[i]; } return Answer(list); }
        public static object OneOrOther() { var xs = ListA(); var ys = ArrayB(); var list = new List<int>(); for (int i = 0; i < 3; i++) list.Add(i % 2 == 0 ? xs[i] : ys[i]); return Answer(list); }
        public static object Sometimes() { var xs = ListA(); var list = new List<int>(); for (int i = 0; i < xs.Count; i++) { int v = 0; if (i % 2 == 0) v = xs[i]; list.Add(v); } return Answer(list); }
        public static object ChangedItems() { var xs = ArrayA(); var list = new List<int>(); for (int i = 1; i < xs.Length; i++) { xs[i] += xs[i - 1]; list.Add(xs[i]); } return Answer(list); }
        public static object ChangedList() { var xs = ListA(); xs[1] = 7; var list = new List<int>(); for (int i = 0; i < xs.Count; i++) list.Add(xs[i]); return Answer(list); }

        public static object ByHand() { var list = new List<int>(); using var e = Src(a).GetEnumerator(); while (e.MoveNext()) list.Add(e.Current * 2); return Answer(list); }
        public static object ByHandTwice() { var list = new List<int>(); using var e = Src(a).GetEnumerator(); while (e.MoveNext()) if (e.Current != 4) list.Add(e.Current * 2); return Answer(list); }
        public static object TwoByHand() { var list = new List<int>(); using var e = Src(a).GetEnumerator(); using var f = b.Where(x => x > 0).GetEnumerator(); while (e.MoveNext() && f.MoveNext()) list.Add(e.Current + f.Current); return Answer(list); }
        public static object PairsByHand() { var list = new List<int>(); using var e = ListA().GetEnumerator(); while (e.MoveNext()) { int x = e.Current; if (!e.MoveNext()) break; list.Add(x + e.Current); } return Answer(list); }
        public static object FirstByHand() { var list = new List<int>(); using var e = Src(a).GetEnumerator(); e.MoveNext(); list.Add(e.Current); return Answer(list); }
        static void Rest(IEnumerator<int> e, List<int> list) { while (e.MoveNext()) list.Add(e.Current); }
        public static object HandedOn() { var list = new List<int>(); using var e = Src(a).GetEnumerator(); e.MoveNext(); Rest(e, list); return Answer(list); }
        public static object LastOfLoop() { var list = new List<int>(); int last = 0; foreach (var x in Src(a)) last = x; list.Add(last); return Answer(list); }
        static IEnumerable<int> Odd() { foreach (var x in Src(a)) if (x % 2 == 1) yield return x; }
        public static object ByHandOfIterator() { var list = new List<int>(); using var e = Odd().GetEnumerator(); while (e.MoveNext()) list.Add(e.Current); return Answer(list); }
        public static object HandedOnOfIterator() { var list = new List<int>(); using var e = Odd().GetEnumerator(); Rest(e, list); return Answer(list); }
        public static object BestOfLoop() { var list = new List<int>(); int best = 0; foreach (var x in Src(a)) if (x > best) best = x; list.Add(best); return Answer(list); }
        // Found by random programs.
        sealed class Keeper { int _t; public int Next(int x) { _t += x; return _t; } public int Noted { get; private set; } public void Note(int x) { if (x > 1) Noted = x; } }
        public static object OwnArray() { var list = new List<int>(); var box = new int[3]; int k = 0; foreach (var x in ArrayA()) { box[k++ % 3] = x; list.Add(box[0] + box[1]); } return Answer(list); }
        public static object FedElsewhere() { var list = new List<int>(); var keeper = new Keeper(); foreach (var x in Src(a)) list.Add(keeper.Next(x)); foreach (var x in ArrayB()) list.Add(keeper.Next(1)); return Answer(list); }
        public static object FedByReads() { var xs = ListA(); var list = new List<int>(); var keeper = new Keeper(); for (int i = 0; i < xs.Count; i++) { int y = keeper.Next(1); keeper.Next(xs[i]); list.Add(y); } return Answer(list); }
        public static object CapturedByLambda() { var list = new List<int>(); int u = 1; Func<int, int> f = z => z + u; foreach (var x in ArrayA()) { list.Add(f(x)); u += x; } return Answer(list); }
        public static object LambdaOfItself() { var xs = ArrayA(); var list = new List<int>(); int u = 1; Func<int, int> f = z => z + u; for (int i = 0; i < xs.Length; i++) { u = f(xs[i]); list.Add(u); } return Answer(list); }
        public static object WrittenByLambda() { var list = new List<int>(); int t = 0; Action<int> add = z => t += z; foreach (var x in Src(a)) { add(x); list.Add(t); } return Answer(list); }
        public static object WrittenByLocalFunction() { var list = new List<int>(); int t = 0; void Add(int z) { t += z; } foreach (var x in Src(a)) { Add(x); list.Add(t); } return Answer(list); }
        public static object WrittenByMethod() { var list = new List<int>(); var keeper = new Keeper(); foreach (var x in Src(a)) { keeper.Note(x); list.Add(keeper.Noted); } return Answer(list); }
        public static object CarriedFromInnerLoop() { var list = new List<int>(); int t = 0; foreach (var x in Src(a)) { int y = t + t; foreach (var z in ArrayB()) { t = x; list.Add(y); } } return Answer(list); }
        public static object OverwrittenByOther() { var xs = ListA(); var list = new List<int>(); int t = 0; foreach (var x in xs) { t = x + 1; t = xs[x % 4]; } list.Add(t); return Answer(list); }
        public static object OnTheStackBefore() { var list = new List<int>(); var queue = new Queue<int>(); foreach (var x in Src(a)) queue.Enqueue(x); int t = 0; while (queue.Count > 0) { t += queue.Dequeue(); list.Add(t); } return Answer(list); }
        public static object TakenSometimes() { var list = new List<int>(); var queue = new Queue<int>(); foreach (var x in Src(a)) queue.Enqueue(x); while (queue.Count > 0) { int v = 0; if (list.Count % 2 == 0) v = queue.Dequeue(); list.Add(v); } return Answer(list, 1); }
        public static object WrittenAnew() { var list = new List<int>(); int u = 0; Action<int> step = z => u = z; foreach (var x in Src(a)) { step(x); list.Add(u); } return Answer(list); }
        public static object PairwiseByHand() { var list = new List<int>(); using var e = Src(a).GetEnumerator(); e.MoveNext(); int p = e.Current; while (e.MoveNext()) { list.Add(p + e.Current); p = e.Current; } return Answer(list); }
        """;

    public static TheoryData<string, string> Exact => new()
    {
        { "Array", "<a[3]>" }, { "ArrayOfLocal", "<a[2]>" }, { "ArrayInArray", "<a[3] b[2]>" }, { "ArrayInFlow", "<a[3] b[2]>" }, { "PlainInFlow", "<a[3]>" }, { "Parts", "<a[3]>" },
        { "ArrayAsync", "<a[3]>" }, { "ArrayInIterator", "<a[3]>" }, { "ArraySorted", "<a[0]>" }, { "ArrayGeneric", "<a[3]>" }, { "ArrayOfDerived", "<a[3]>" },
        { "ByIndex", "<a[3]>" }, { "ByIndexOfArray", "<a[3]>" }, { "Backwards", "<a[0]>" }, { "Neighbours", "<a[2] a[3]>" }, { "NeighboursOfArray", "<a[2] a[3]>" }, { "Twos", "<a[2] a[3]>" },
        { "Products", "<a[3] b[2]>" }, { "Zipped", "<a[2] b[2]>" }, { "LastOne", "<a[3]>" }, { "LookedUp", "<a[3] b[2]>" }, { "ByIndexPrevious", "<a[2] a[3]>" }, { "ReadOnly", "<a[3]>" }, { "ReadBack", "<a[0] a[1] a[2]>" },
        { "OfStructs", "<a[3]>" }, { "ByIndexAsync", "<a[2] a[3]>" }, { "Rows", "<a[2] b[2]>" },
        { "ByHand", "<a[3]>" }, { "ByHandTwice", "<a[2]>" }, { "TwoByHand", "<a[2] b[2]>" }, { "PairsByHand", "<a[2] a[3]>" }, { "FirstByHand", "<a[0]>" }, { "HandedOn", "<a[3]>" }, { "LastOfLoop", "<a[3]>" },
        { "ByHandOfIterator", "<a[2]>" }, { "WrittenAnew", "<a[3]>" },
    };

    public static TheoryData<string> Incomplete =>
    [
        "ArraySetUnseen", "ArrayTotal", "ByIndexTotal", "OneOrOther", "Sometimes", "ChangedItems", "ChangedList", "HandedOnOfIterator", "BestOfLoop", "PairwiseByHand",
        "OwnArray", "FedElsewhere", "FedByReads", "CapturedByLambda", "LambdaOfItself", "WrittenByLambda", "WrittenByLocalFunction", "WrittenByMethod", "CarriedFromInnerLoop", "OverwrittenByOther", "OnTheStackBefore", "TakenSometimes",
    ];

    [Theory]
    [MemberData(nameof(Exact))]
    public void Why_RecordReadByItself_NamesWhatItIsMadeOf(string method, string expected) => Lineages.Check(Program, method, expected, isExact: true);

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Why_RecordReadByItselfThatIsNotCertain_IsIncomplete(string method) => Lineages.Check(Program, method, "<", isExact: false);
}
