using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what a loop adds or writes that is made of more than the records its loops are at (of what earlier passes left, of what another loop or enumerator
// read) is incomplete at that place, and names the record besides; what is made in its own pass stays exact. Woven against the product's runtime, in Debug and
// Release; the values are those of the unwoven program.
public class KeptLineageTests
{
    private const string Program = """
        sealed class Row { public string Key = ""; public int Total { get; set; } public int Number; public List<string> Tags { get; set; } = []; }
        static (string, string) Answer<T>(List<T> list, int? at = null) => (string.Join(",", list.Select(i => i is Row r ? r.Key + r.Total + r.Number : i is IEnumerable<string> s ? string.Concat(s) : "" + i)), Weft.Lineage.Of(list, at ?? list.Count - 1, "list").Why().ToString());
        static readonly string[] s_words = ["a", "#b", "c", "a", "e"];
        static IEnumerable<string> Lines() => s_words.Where(w => w != "");
        static List<string> Kept() => Lines().ToList();
        static string s_prefix = ">";
        static string? s_last;
        static readonly Dictionary<string, string> s_names = new() { ["a"] = "A" };

        public static object Previous() { var list = new List<string>(); string? p = null; foreach (var x in Lines()) { if (p != null) list.Add(p + x); p = x; } return Answer(list); }
        public static object Batch() { var list = new List<string>(); var buf = new List<string>(); foreach (var x in Lines()) { buf.Add(x); if (buf.Count == 3) { list.Add(string.Join("+", buf)); buf.Clear(); } } return Answer(list); }
        public static object ByHand() { var list = new List<string>(); List<string> b = Kept(); using var e = b.GetEnumerator(); foreach (var x in Lines()) { e.MoveNext(); list.Add(x + e.Current); } return Answer(list); }
        public static object ByInterface() { var list = new List<string>(); using IEnumerator<string> e = Kept().GetEnumerator(); foreach (var x in Lines()) if (e.MoveNext()) list.Add(x + e.Current); return Answer(list); }
        public static object LastOfOther() { var list = new List<string>(); string last = ""; foreach (var x in Lines()) last = x; foreach (var y in Kept()) list.Add(last + y); return Answer(list); }
        public static object Chunks() { var lists = new List<List<string>>(); List<string>? cur = null; foreach (var x in Lines()) { if (cur == null || cur.Count == 2) { cur = new(); lists.Add(cur); } cur.Add(x); } return Answer(lists); }
        public static object RunningText() { var list = new List<string>(); var text = new System.Text.StringBuilder(); foreach (var x in Lines()) { text.Append(x); list.Add(text.ToString()); } return Answer(list); }
        public static object RunningTotal() { var list = new List<int>(); int total = 0; foreach (var x in Lines()) { total += x.Length; list.Add(total); } return Answer(list); }
        public static object Header() { var list = new List<string>(); string header = ""; foreach (var x in Lines()) { if (x.StartsWith('#')) { header = x; continue; } list.Add(header + x); } return Answer(list); }
        public static object Best() { var list = new List<string>(); string? best = null; foreach (var x in Lines()) { if (x.Length > 1) best = x; list.Add(best + x); } return Answer(list); }
        public static object FieldKept() { var list = new List<string>(); s_last = null; foreach (var x in Lines()) { list.Add(s_last + x); s_last = x; } return Answer(list); }
        public static object PropertyKept() { var list = new List<int>(); var sum = new Row(); foreach (var x in Lines()) { sum.Total += x.Length; list.Add(sum.Total); } return Answer(list); }
        public static object MemberKept() { var list = new List<int>(); var sum = new Row(); foreach (var x in Lines()) { sum.Number += x.Length; list.Add(sum.Number); } return Answer(list); }
        public static object Groups() { var list = new List<Row>(); Row? row = null; foreach (var x in Kept().Order()) { if (row == null || row.Key != x) { row = new Row { Key = x }; list.Add(row); } row.Total += x.Length; } return Answer(list); }
        public static object GroupsByKey() { var list = new List<Row>(); var rows = new Dictionary<string, Row>(); foreach (var x in Lines()) { if (!rows.TryGetValue(x, out Row? row)) { rows[x] = row = new Row { Key = x }; list.Add(row); } row.Total++; row.Key += x; } return Answer(list); }
        public static object FilledWhereItStands() { var lists = new List<List<string>>(); foreach (var x in Lines()) { if (lists.Count == 0 || lists[^1].Count == 2) lists.Add(new List<string>()); lists[^1].Add(x); } return Answer(lists); }
        public static object ZipByIndex() { var list = new List<string>(); string[] b = Lines().ToArray(); int i = 0; foreach (var x in Lines()) list.Add(x + b[i++]); return Answer(list); }
        public static object SumOfOther() { var list = new List<int>(); foreach (var x in Lines()) { int sum = x.Length; foreach (var y in Kept()) sum += y.Length; list.Add(sum); } return Answer(list); }
        public static object InLambda() { var list = new List<string>(); string? p = null; Kept().ForEach(x => { if (p != null) list.Add(p + x); p = x; }); return Answer(list); }
        public static object InnerPass() { var list = new List<string>(); foreach (var x in Lines()) { string p = ""; foreach (var y in Kept()) { list.Add(p + x + y); p = y; } } return Answer(list); }
        public static object OfLines() { var list = new List<string>(); var reader = new System.IO.StringReader("a\nb\nc"); string? line, p = null; while ((line = reader.ReadLine()) is not null) { list.Add(p + line); p = line; } return Answer(list); }
        sealed record Sum(string Key, int Total);
        readonly record struct Pair(string Key, int Total) { public override string ToString() => Key + Total; }
        public static object CopiedWith() { var list = new List<Sum>(); var sum = new Sum("", 0); foreach (var x in Lines()) { sum = sum with { Total = sum.Total + x.Length }; list.Add(sum); } return Answer(list); }
        public static object StructWith() { var list = new List<Pair>(); var sum = new Pair("", 0); foreach (var x in Lines()) { sum = sum with { Total = sum.Total + x.Length }; list.Add(sum); } return Answer(list); }
        static IEnumerable<Sum> Sums() { var sum = new Sum("", 0); foreach (var x in Lines()) { sum = sum with { Total = sum.Total + x.Length }; yield return sum; } }
        public static object YieldedWith() => Answer(Sums().ToList());
        public static object OwnArrayInTurn() { var list = new List<string>(); var ys = new string[] { "p", "q", "r", "s", "t" }; int i = 0; foreach (var x in Lines()) list.Add(ys[i++]); return Answer(list); }
        public static object OwnArrayRound() { var list = new List<string>(); string[] ys = ["p", "q"]; int i = 0; foreach (var x in Lines()) { list.Add(x + ys[i]); i = (i + 1) % ys.Length; } return Answer(list); }
        public static object OwnListByHand() { var list = new List<string>(); var ys = new List<string> { "p", "q", "r", "s", "t" }; var e = ys.GetEnumerator(); foreach (var x in Lines()) { e.MoveNext(); list.Add(x + e.Current); } return Answer(list); }
        public static object OwnArraySummed() { var list = new List<string>(); var ys = new Row[] { new() { Total = 1 }, new() { Total = 2 } }; foreach (var x in Lines()) { int t = 0; foreach (var y in ys) t += y.Total; list.Add(x + t); } return Answer(list); }
        public static object OwnListSummed() { var list = new List<string>(); var ys = new List<Row> { new() { Total = 1 } }; ys.Add(new() { Total = 2 }); foreach (var x in Lines()) { int t = 0; foreach (var y in ys) t += y.Total; list.Add(x + t); } return Answer(list); }
        public static object Merged() { string[] b = ["p", "q", "r", "s", "t"]; var list = new List<string>(); var e = b.Where(y => y != "").GetEnumerator(); foreach (var x in Lines()) { e.MoveNext(); list.Add(e.Current); } return Answer(list); }
        static IEnumerable<int> Numbers(IEnumerable<int> xs) => xs.Where(x => x > 0);
        public static object AcrossLists() { int[] a = [1, 2, 3]; var first = new List<int>(); foreach (var x in Numbers(a)) first.Add(x); var list = new List<int>(); foreach (var x in first) list.Add(first.IndexOf(x) + x); return Answer(list); }
        public static object FoundBefore() { int[] a = [1, 2, 3]; int found = -1; foreach (var x in Numbers(a)) if (x > 1) { found = x; break; } var list = new List<int>(); foreach (var y in Numbers(a)) list.Add(y + found); return Answer(list); }
        sealed class Average { int _count; double _sum; public double Next(string x) { _count++; _sum += x.Length; return _sum / _count; } }
        sealed class Window { readonly Queue<string> _last = new(); public string Next(string x) { _last.Enqueue(x); if (_last.Count > 2) _last.Dequeue(); return string.Concat(_last); } }
        sealed class Running { public int Total { get; private set; } public int Next(string x) { Total += x.Length; return Total; } }
        public static object AverageOfObject() { var list = new List<double>(); var average = new Average(); foreach (var x in Lines()) list.Add(average.Next(x)); return Answer(list); }
        public static object WindowOfObject() { var list = new List<string>(); var window = new Window(); foreach (var x in Lines()) { var y = window.Next(x); list.Add(y + x); } return Answer(list); }
        public static object TotalOfObject() { var list = new List<int>(); var running = new Running(); foreach (var x in Lines()) list.Add(running.Next(x)); return Answer(list); }
        public static object TotalOfDelegate() { var list = new List<int>(); int t = 0; Func<int, int> add = x => t += x; foreach (var x in Lines()) list.Add(add(x.Length)); return Answer(list); }
        static int s_sum;
        static int Summed(string x) { s_sum += x.Length; return s_sum; }
        public static object TotalOfStatic() { var list = new List<int>(); foreach (var x in Lines()) list.Add(Summed(x)); return Answer(list); }
        static async Task<List<string>> Waited() { var list = new List<string>(); string? p = null; foreach (var x in Lines()) { await Task.Yield(); list.Add(p + x); await Task.Yield(); p = x; } return list; }
        public static object Async() => Answer(Waited().Result);
        static IEnumerable<int> Iterator(List<string> list) { string? p = null; foreach (var x in Lines()) { list.Add(p + x); yield return 1; p = x; } }
        public static object InIterator() { var list = new List<string>(); Iterator(list).Count(); return Answer(list); }
        static IEnumerable<string> Headed() { string header = ""; foreach (var x in Lines()) { if (x.StartsWith('#')) { header = x; continue; } yield return header + x; } }
        public static object YieldedHeader() => Answer(Headed().ToList());
        static IEnumerable<string> AfterOther() { string last = ""; foreach (var x in Lines()) last = x; foreach (var y in Kept()) yield return last + y; }
        public static object YieldedOfOther() => Answer(AfterOther().ToList());
        static IEnumerable<string> OwnOnly() { foreach (var x in Lines()) { string y = x.Trim(); if (y.Length > 5) y = "long"; yield return $"{y} {y.Length,3}"; } }
        public static object YieldedOwn() => Answer(OwnOnly().ToList());
        static (string, string) Read(Action<ChannelWriter<string>> write) { var channel = Channel.CreateUnbounded<string>(); write(channel.Writer); channel.Writer.Complete(); return Answer(channel.Reader.ReadAllAsync().ToListAsync().AsTask().Result); }
        public static object Written() => Read(w => { string? p = null; foreach (var x in Lines()) { w.TryWrite(p + x); p = x; } });
        static async Task WriteAll(ChannelWriter<string> w) { string? p = null; foreach (var x in Lines()) { await w.WriteAsync(p + x); p = x; } }
        public static object WrittenAsync() => Read(w => WriteAll(w).Wait());

        public static object Own() { var list = new List<string>(); foreach (var x in Lines()) list.Add(x.ToUpper() + s_prefix); return Answer(list); }
        sealed class Reading { int _lines; System.Text.RegularExpressions.Regex? _regex; readonly Dictionary<string, string> _known = new(); readonly string _suffix = "s"; public string Parse(string x) { _lines++; _regex ??= new("a"); if (_known.TryGetValue(x, out var y)) return y; return _known[x] = _regex.Replace(x, "A") + _suffix; } }
        sealed class Totals { int _t; public int Add(string x) { _t += x.Length; return _t; } }
        public static object Parsing() { var list = new List<string>(); var reading = new Reading(); foreach (var x in Lines()) list.Add(reading.Parse(x)); return Answer(list); }
        public static object ObjectOfPass() { var list = new List<int>(); foreach (var x in Lines()) { var totals = new Totals(); totals.Add("k"); list.Add(totals.Add(x)); } return Answer(list); }
        public static object PureDelegate() { var list = new List<string>(); string suffix = "s"; Func<string, string> f = x => x + suffix; foreach (var x in Lines()) list.Add(f(x)); return Answer(list); }
        public static object Logged() { var list = new List<string>(); int n = 0; Action<string> log = x => n += x.Length; foreach (var x in Lines()) { log(x); list.Add(x); } return Answer(list); }
        public static object Table() { var list = new List<string>(); string[] names = ["p", "q", "r"]; foreach (var x in Lines()) { int kind = x.Length; list.Add(names[kind] + names[x.Length - 1]); } return Answer(list); }
        public static object TableOfLists() { var list = new List<string>(); var names = new Dictionary<int, List<string>> { [1] = ["p"], [2] = ["q"] }; foreach (var x in Lines()) list.Add(x + names[x.Length][0]); return Answer(list); }
        public static object ArrayOfPass() { var list = new List<string>(); foreach (var x in Lines()) { int t = 0; foreach (int w in new[] { 1, 2, 3 }) t += w * x.Length; list.Add(x + t); } return Answer(list); }
        public static object ListOfPass() { var list = new List<string>(); foreach (var x in Lines()) { int[] ws = [1, 2, 3]; int t = 0; foreach (int w in ws.Where(w => w > 1)) t += w; list.Add(x + t); } return Answer(list); }
        public static object WithOwn() { var list = new List<Sum>(); var empty = new Sum("k", 1); foreach (var x in Lines()) list.Add(empty with { Total = x.Length }); return Answer(list); }
        public static object Separators() { var list = new List<string>(); char[] separators = [',', ';']; foreach (var x in Lines()) foreach (string part in x.Split(separators)) list.Add(part); return Answer(list); }
        public static object Made() { var list = new List<Row>(); foreach (var x in Lines()) list.Add(new Row { Key = x, Total = x.Length, Number = 3 }); return Answer(list); }
        public static object Copied() { var list = new List<Row>(); foreach (var x in Lines().Select(l => new Row { Key = l, Total = 1 })) list.Add(new Row { Key = x.Key + "!", Total = x.Total + 1, Number = x.Number }); return Answer(list); }
        public static object Interpolated() { var list = new List<string>(); int i = 0; foreach (var x in Lines()) { i++; list.Add($"{i}: {x} of {x.Length} {i,3} {s_prefix}"); } return Answer(list); }
        public static object Locals() { var list = new List<string>(); foreach (var x in Lines()) { string trimmed = x.Trim('#'); int length = trimmed.Length; string end; if (length > 3) end = "long"; else end = "short" + trimmed; list.Add(trimmed + length + end); } return Answer(list); }
        static List<string> With(List<string> lines, string suffix, int size) { var list = new List<string>(); foreach (var x in lines) list.Add(x + suffix + size); return list; }
        public static object Parameters() => Answer(With(Kept(), "s", 3));
        public static object Captured() { string suffix = "s"; var list = new List<string>(); foreach (var x in Lines()) { Func<string> f = () => x + suffix; list.Add(f() + suffix + x); } return Answer(list); }
        public static object LookedUp() { var list = new List<string?>(); foreach (var x in Lines()) { s_names.TryGetValue(x, out string? name); list.Add(name + x); } return Answer(list); }
        public static object Parts() { var list = new List<string>(); foreach (var x in Lines()) { foreach (string part in ("1," + x).Split(',')) list.Add(x + part); } return Answer(list); }
        public static object Collected() { var list = new List<string>(); foreach (var x in Lines()) { var parts = new List<string>(); foreach (string part in ("1," + x).Split(',')) parts.Add(part); list.Add(string.Join("+", parts) + parts.Count); } return Answer(list); }
        public static object TextOfPass() { var list = new List<string>(); foreach (var x in Lines()) { var text = new System.Text.StringBuilder(); text.Append(x).Append('!'); text.Append(x.Length); list.Add(text.ToString()); } return Answer(list); }
        public static object TextUsedAgain() { var list = new List<string>(); var text = new System.Text.StringBuilder(); foreach (var x in Lines()) { text.Clear(); text.Append(x); list.Add(text.ToString()); } return Answer(list); }
        public static object Parsed() { var list = new List<int>(); foreach (var x in Lines()) { if (!int.TryParse(x.Length.ToString(), out int n)) n = 7; list.Add(n); } return Answer(list); }
        public static object Tried() { var list = new List<int>(); foreach (var x in Lines()) { int n; try { n = int.Parse(x); } catch (FormatException) { n = -x.Length; } list.Add(n); } return Answer(list); }
        public static object Numbered() { var list = new List<string>(); foreach (var x in Lines()) list.Add(list.Count + x); return Answer(list); }
        public static object Distinct() { var list = new List<string>(); var seen = new HashSet<string>(); foreach (var x in Lines()) { if (seen.Add(x)) list.Add(x); } return Answer(list); }
        public static object Skipped() { var list = new List<string>(); string? p = null; foreach (var x in Lines()) { if (x == p) continue; list.Add(x); p = x; } return Answer(list); }
        public static object Changed() { var list = new List<string>(); foreach (var l in Lines()) { string x = l; x = x.Trim(); if (x.Length > 1) x = x.Substring(1); list.Add(x); } return Answer(list); }
        public static object RowOfPass() { var list = new List<Row>(); foreach (var x in Lines()) { var row = new Row(); row.Key = x; row.Total += x.Length; if (x.Length > 1) row.Tags.Add(x); list.Add(row); } return Answer(list); }
        public static object LambdaOwn() { var list = new List<string>(); string suffix = "s"; Kept().ForEach(x => { string y = x + suffix; list.Add(y + y); }); return Answer(list); }
        public static object LinesOwn() { var list = new List<string>(); var reader = new System.IO.StringReader("a\nb\nc"); string? line; while ((line = reader.ReadLine()) is not null) { string[] fields = line.Split(';'); list.Add(fields[0] + line); } return Answer(list); }
        static async Task<List<string>> Awaiting() { var list = new List<string>(); foreach (var x in Lines()) { string y = await Task.Run(() => x + "!"); await Task.Yield(); list.Add(y + x); } return list; }
        public static object AsyncOwn() => Answer(Awaiting().Result);
        static IEnumerable<int> Adding(List<string> list) { foreach (var x in Lines()) { string y = x + "!"; yield return 1; list.Add(y); } }
        public static object IteratorOwn() { var list = new List<string>(); Adding(list).Count(); return Answer(list); }
        public static object OuterKept() { var list = new List<string>(); foreach (var x in Lines()) { string y = x + "!"; foreach (var z in Kept()) list.Add(y + z); } return Answer(list); }
        public static object WrittenOwn() => Read(w => { foreach (var x in Lines()) w.TryWrite(x + s_prefix); });
        static string Joined(string x, IReadOnlyList<string> names) => x + names.Count;
        public static object ToReader() { var list = new List<string>(); var names = new List<string> { "n" }; foreach (var x in Lines()) list.Add(Joined(x, names)); return Answer(list); }
        """;

    public static TheoryData<string> OfOthers =>
    [
        "Previous", "Batch", "ByHand", "ByInterface", "LastOfOther", "Chunks", "RunningText", "RunningTotal", "Header", "Best", "FieldKept",
        "PropertyKept", "MemberKept", "Groups", "GroupsByKey", "FilledWhereItStands", "ZipByIndex", "SumOfOther", "InLambda", "InnerPass", "OfLines", "Async", "InIterator", "Written", "WrittenAsync", "YieldedHeader", "YieldedOfOther",
        "CopiedWith", "StructWith", "YieldedWith", "OwnArrayInTurn", "OwnArrayRound", "OwnListByHand", "OwnArraySummed", "OwnListSummed", "Merged",
        "AverageOfObject", "WindowOfObject", "TotalOfObject", "TotalOfDelegate", "TotalOfStatic",
    ];

    public static TheoryData<string> OfPass =>
    [
        "Own", "Made", "Copied", "Interpolated", "Locals", "Parameters", "Captured", "LookedUp", "Parts", "Collected", "TextOfPass", "TextUsedAgain", "Parsed", "Tried", "Numbered", "Distinct", "Skipped",
        "Changed", "RowOfPass", "LambdaOwn", "LinesOwn", "AsyncOwn", "IteratorOwn", "OuterKept", "WrittenOwn", "ToReader", "YieldedOwn",
        "Parsing", "ObjectOfPass", "PureDelegate", "Logged", "Table", "TableOfLists", "ArrayOfPass", "ListOfPass", "WithOwn", "Separators",
    ];

    [Theory]
    [MemberData(nameof(OfOthers))]
    public void Why_ItemMadeOfOtherRecords_IsIncomplete(string method)
        => Lineages.Check(Program, method, method == "OfLines" ? "reader.ReadLine[2]" : "s_words[", isExact: false, "using System.Threading.Channels;");

    [Theory]
    [InlineData("AcrossLists")]
    [InlineData("FoundBefore")]
    public void Why_ItemMadeOfAnEarlierLoop_IsIncomplete(string method) => Lineages.Check(Program, method, "xs[2]", isExact: false, "using System.Threading.Channels;");

    [Theory]
    [MemberData(nameof(OfPass))]
    public void Why_ItemMadeInItsPass_IsExact(string method)
        => Lineages.Check(Program, method, method == "LinesOwn" ? "reader.ReadLine[2]" : "s_words[4]", isExact: true, "using System.Threading.Channels;");
}
