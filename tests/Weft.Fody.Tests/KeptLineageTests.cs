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
    ];

    public static TheoryData<string> OfPass =>
    [
        "Own", "Made", "Copied", "Interpolated", "Locals", "Parameters", "Captured", "LookedUp", "Parts", "Collected", "TextOfPass", "TextUsedAgain", "Parsed", "Tried", "Numbered", "Distinct", "Skipped",
        "Changed", "RowOfPass", "LambdaOwn", "LinesOwn", "AsyncOwn", "IteratorOwn", "OuterKept", "WrittenOwn", "ToReader", "YieldedOwn",
    ];

    [Theory]
    [MemberData(nameof(OfOthers))]
    public void Why_ItemMadeOfOtherRecords_IsIncomplete(string method)
        => Lineages.Check(Program, method, method == "OfLines" ? "reader.ReadLine[2]" : "s_words[", isExact: false, "using System.Threading.Channels;");

    [Theory]
    [MemberData(nameof(OfPass))]
    public void Why_ItemMadeInItsPass_IsExact(string method)
        => Lineages.Check(Program, method, method == "LinesOwn" ? "reader.ReadLine[2]" : "s_words[4]", isExact: true, "using System.Threading.Channels;");
}
