using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what a lambda gives that looks up in a collection with lineage of its own, or remembers records of earlier calls, is incomplete at its operator; so is what is read from a
// collection that a lambda fills. What it makes of its own record, of untraced collections and of single values stays exact, and so does what lookups only decided.
public class LambdaLineageTests
{
    private const string Program = """
        sealed class Row { public string Key = ""; public int Total { get; set; } }
        static (string, string) Answer<T>(List<T> list) => (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());
        static readonly string[] s_words = ["a", "#b", "c", "a", "e"];
        static readonly string[] s_others = ["A", "B", "C"];
        static List<string> Words() => s_words.Where(w => w != "").ToList();
        static List<string> Others() => s_others.Where(w => w != "").ToList();
        static List<string>? s_kept;
        static List<string> Kept { get; set; } = [];
        static readonly Dictionary<string, int> s_lengths = new() { ["a"] = 1, ["#b"] = 2, ["c"] = 3, ["e"] = 4 };

        public static object ByIndex() { List<string> o = Others(); return Answer(Words().Select(w => w + o[w.Length]).ToList()); }
        public static object ByKey() { Dictionary<string, string> o = Words().Distinct().ToDictionary(w => w); return Answer(Words().Select(w => w + o[w]).ToList()); }
        public static object OfArray() { string[] o = s_others.Where(w => w != "").ToArray(); return Answer(Words().Select(w => o[w.Length]).ToList()); }
        public static object ByOperator() { List<string> o = Others(); return Answer(Words().Select(w => o.First(x => x.Length == 1) + w).ToList()); }
        public static object OfLookup() { ILookup<int, string> o = Words().ToLookup(w => w.Length); return Answer(Words().Select(w => w + o[w.Length].Count()).ToList()); }
        public static object OfFlow() { IEnumerable<string> o = s_others.Where(w => w != ""); return Answer(Words().Select(w => w + o.First()).ToList()); }
        public static object OfStaticField() { s_kept = Others(); return Answer(Words().Select(w => w + s_kept[0]).ToList()); }
        public static object OfProperty() { Kept = Others(); return Answer(Words().Select(w => w + Kept[0]).ToList()); }
        public static object InSelectMany() { List<string> o = Others(); return Answer(Words().SelectMany(w => new[] { w, o[0] }).ToList()); }
        public static object InResult() { List<string> o = Others(); return Answer(Words().Join(s_words, w => w, x => x, (w, x) => w + x + o[1]).ToList()); }
        public static object InElement() { List<string> o = Others(); return Answer(Words().GroupBy(w => w.Length, w => w + o[0]).Select(g => g.Key + string.Concat(g)).ToList()); }
        public static object InInitializer() { List<string> o = Others(); return Answer(Words().Select(w => new Row { Key = o[0], Total = w.Length }).Select(r => r.Key).ToList()); }
        public static object InLocalFunction() { List<string> o = Others(); string Of(string w) => w + o[0]; return Answer(Words().Select(Of).ToList()); }
        public static object ThroughLocal() { List<string> o = Others(); return Answer(Words().Select(w => { List<string> mine = o; string first = mine[0]; return first + w; }).ToList()); }
        public static object FilledLater() { List<string>? o = null; IEnumerable<string> late = Words().Select(w => w + o![0]); o = Others(); return Answer(late.ToList()); }
        public static object RunningTotal() { int total = 0; return Answer(Words().Select(w => total += w.Length).ToList()); }
        public static object Previous() { string p = ""; return Answer(Words().Select(w => { string q = p; p = w; return q + w; }).ToList()); }
        public static object Collected() { var seen = new List<string>(); return Answer(Words().Select(w => { seen.Add(w); return string.Concat(seen); }).ToList()); }
        public static object IntoList() { var seen = new List<string>(); Words().Select(w => { seen.Add(w); return w; }).ToList(); return Answer(seen.Select(w => w + "!").ToList()); }
        public static object IntoSet() { var seen = new HashSet<string>(); Words().Where(w => seen.Add(w)).ToList(); return Answer(seen.Select(w => w + "!").ToList()); }
        sealed class Sums { int _t; int _last; public static int S; readonly List<string> _words = Words(); public int Next(string w) { _t += w.Length; return _t; }
            public List<int> OfFields() => _words.Select(w => _t += w.Length).ToList(); public List<string> OfPrevious() => _words.Select(w => { int l = _last; _last = w.Length; return w + l; }).ToList(); public List<int> OfMethod() => _words.Select(w => Next(w)).ToList(); public List<int> OfGroup() => _words.Select(Next).ToList(); }
        static int s_total;
        static int Sum(string w) => s_total += w.Length;
        static void AddTo(ref int t, string w) => t += w.Length;
        public static object InConvertAll() { int total = 0; return Answer(Words().ConvertAll(w => total += w.Length)); }
        public static object InConvertAllOfArray() { int total = 0; return Answer(Array.ConvertAll(Words().ToArray(), w => total += w.Length).ToList()); }
        public static object InIndexed() { int total = 0; return Answer(Words().Select((w, i) => (total += w.Length) + i).ToList()); }
        public static object Pairwise() { string prev = ""; return Answer(Words().Select(w => (prev, prev = w)).ToList()); }
        public static object OfThis() => Answer(new Sums().OfFields());
        public static object OfThisPrevious() => Answer(new Sums().OfPrevious());
        public static object OfMethodOfThis() => Answer(new Sums().OfMethod());
        public static object OfMethodGroup() => Answer(new Sums().OfGroup());
        public static object OfObject() { var sums = new Sums(); return Answer(Words().Select(w => sums.Next(w)).ToList()); }
        public static object OfStatic() => Answer(Words().Select(w => s_total += w.Length).ToList());
        public static object OfStaticMethod() => Answer(Words().Select(w => Sum(w)).ToList());
        public static object OfStaticGroup() => Answer(Words().Select(Sum).ToList());
        public static object ByReference() { int total = 0; return Answer(Words().Select(w => { AddTo(ref total, w); return total; }).ToList()); }
        public static object ByInterlocked() { int total = 0; return Answer(Words().Select(w => System.Threading.Interlocked.Add(ref total, w.Length)).ToList()); }
        public static object InVariable() { int total = 0; Func<string, int> f = w => total += w.Length; return Answer(Words().Select(f).ToList()); }
        public static object OfInnerDelegate() { int total = 0; Func<string, int> f = w => total += w.Length; return Answer(Words().Select(w => f(w)).ToList()); }
        public static object InAggregateOfOther() { int total = 0; return Answer(Words().SelectMany(w => new[] { total += w.Length }).ToList()); }
        public static object InWhereOfState() { string last = ""; return Answer(Words().Where(w => { bool keep = string.CompareOrdinal(w, last) != 0; last = w; return keep; }).ToList()); }
        public static object IndexOnly() => Answer(Words().Select((w, i) => w + i).ToList());

        public static object Own() => Answer(Words().Select(w => w.ToUpper() + w.Length).ToList());
        public static object Single() { int n = 3; string s = "x"; return Answer(Words().Select(w => w + n + s).ToList()); }
        public static object OfUntraced() { string[] o = ["x", "y", "z"]; return Answer(Words().Select(w => w + o[w.Length] + s_lengths[w]).ToList()); }
        public static object OfParts() => Answer(Words().Select(w => w.Split('#')).Select(p => p[^1]).ToList());
        public static object Decided() { List<string> o = Others(); return Answer(Words().Where(w => !o.Contains(w)).Select(w => o.Contains(w) ? "" : w).ToList()); }
        public static object Ordered() { List<string> o = Others(); return Answer(Words().OrderBy(w => o.IndexOf(w)).ToList()); }
        public static object Counter() { int i = 0; return Answer(Words().Select(w => w + i++).ToList()); }
        public static object Comparer() { var c = StringComparer.Ordinal; return Answer(Words().Select(w => w + c.Compare(w, "a")).ToList()); }
        public static object OfGroup() => Answer(Words().GroupBy(w => w).Select(g => g.Key + g.Count()).ToList());
        public static object InnerQuery() => Answer(Words().Select(w => string.Concat(w.Select(c => c + w))).ToList());
        public static object OwnCollection() => Answer(Words().Select(w => { var l = new List<string>(); l.Add(w); l.Add("x"); return string.Concat(l); }).ToList());
        public static object OwnSetter() => Answer(Words().Select(w => new Row { Key = w }).Select(r => { r.Total = r.Key.Length; return r.Total; }).ToList());
        public static object Aggregated() => Answer(new List<string> { Words().Aggregate("", (all, w) => all + w) }.Select(w => w).ToList());
        """;

    public static TheoryData<string> Incomplete =>
    [
        "ByIndex", "ByKey", "OfArray", "ByOperator", "OfLookup", "OfFlow", "OfStaticField", "OfProperty", "InSelectMany", "InResult", "InElement", "InInitializer", "InLocalFunction", "ThroughLocal",
        "FilledLater", "RunningTotal", "Previous", "Collected", "IntoList", "IntoSet",
        "InConvertAll", "InConvertAllOfArray", "InIndexed", "Pairwise", "OfThis", "OfThisPrevious", "OfMethodOfThis", "OfMethodGroup", "OfObject", "OfStatic", "OfStaticMethod", "OfStaticGroup", "ByReference", "ByInterlocked",
        "InVariable", "OfInnerDelegate", "InAggregateOfOther",
    ];

    public static TheoryData<string> Exact =>
        ["Own", "Single", "OfUntraced", "OfParts", "Decided", "Ordered", "Counter", "Comparer", "OfGroup", "InnerQuery", "OwnCollection", "OwnSetter", "Aggregated", "InWhereOfState", "IndexOnly"];

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Why_ResultMadeOfMoreThanItsRecord_IsIncomplete(string method) => Lineages.Check(Program, method, method is "IntoList" or "IntoSet" ? "result of" : "s_words[", isExact: false);

    [Theory]
    [MemberData(nameof(Exact))]
    public void Why_ResultMadeOfItsRecord_IsExact(string method) => Lineages.Check(Program, method, "list[", isExact: true);
}
