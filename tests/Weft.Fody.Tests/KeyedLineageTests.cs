using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what a loop puts into a dictionary and looks up later follows from the record that it was put in for; a value that was replaced or removed is not named; what
// was changed in a way that is not followed, or goes on changing where it stands, is incomplete. Woven against the product's runtime, in Debug and Release.
public class KeyedLineageTests
{
    private const string Program = """
        sealed class Row { public string Key = ""; public int Total { get; set; } }
        sealed record Customer(int Id, string Name);
        sealed record Own(int Id);
        sealed class Sum { public int Total; public void Add(int n) => Total += n; }
        sealed class Sums { readonly Dictionary<int, Sum> _byKey = new(); public void Add(int key, int n) { if (!_byKey.TryGetValue(key, out var sum)) _byKey.Add(key, sum = new Sum()); sum.Add(n); } public List<int> All() => _byKey.Values.Select(sum => sum.Total).ToList(); }
        public static object AddedToObject() { var sums = new Dictionary<int, Sum>(); foreach (int id in Ids()) { if (!sums.TryGetValue(id % 2, out var sum)) sums.Add(id % 2, sum = new Sum()); sum.Add(id); } return Answer(sums.Values.Select(sum => sum.Total).ToList(), 0); }
        public static object SetAndAddedToObject() { var sums = new Dictionary<int, Sum>(); foreach (int id in Ids()) { if (!sums.TryGetValue(id % 2, out var sum)) sums[id % 2] = sum = new Sum(); sum.Add(id); } return Answer(sums.Values.Select(sum => sum.Total).ToList(), 0); }
        public static object AddedToObjectElsewhere() { var sums = new Sums(); foreach (int id in Ids()) sums.Add(id % 2, id); return Answer(sums.All(), 0); }
        static (string, string) Answer<T>(List<T> list, int? at = null) => (string.Join(",", list), Weft.Lineage.Of(list, at ?? list.Count - 1, "list").Why().ToString());
        static readonly string[] s_words = ["a", "#b", "c", "a", "e"];
        static readonly int[] s_ids = [5, 6, 7];
        static readonly Customer[] s_customers = [new(7, "x"), new(5, "y"), new(6, "z")];
        static IEnumerable<string> Words() => s_words.Where(w => w != "");
        static List<int> Ids() => s_ids.Where(i => i > 4).ToList();
        static IEnumerable<Customer> Customers() => s_customers.Where(c => c.Id > 0);
        static Dictionary<int, Customer> ById() { var byId = new Dictionary<int, Customer>(); foreach (var c in Customers()) byId[c.Id] = c; return byId; }

        public static object HashJoin() { var list = new List<string>(); var byId = ById(); foreach (int id in Ids()) if (byId.TryGetValue(id, out var c)) list.Add(id + c.Name); return Answer(list); }
        public static object HashJoinOther() => HashJoin();
        public static object Indexer() { var list = new List<string>(); var byId = ById(); list.Add(byId[6].Name); return Answer(list); }
        public static object Added() { var list = new List<string>(); var names = new Dictionary<string, int>(); foreach (var c in Customers()) names.Add(c.Name, c.Id); list.Add("" + names["y"]); return Answer(list); }
        public static object TriedAdd() { var list = new List<string>(); var first = new Dictionary<string, string>(); foreach (var w in Words()) first.TryAdd(w, w + "!"); list.Add(first["a"]); return Answer(list); }
        public static object Replaced() { var list = new List<string>(); var last = new Dictionary<string, string>(); foreach (var w in Words()) last[w] = w + "!"; list.Add(last["a"]); return Answer(list); }
        public static object Removed() { var list = new List<string>(); var d = new Dictionary<string, string>(); foreach (var w in Words()) { d.Remove(w); d.Add(w, w + "!"); } list.Add(d["a"]); return Answer(list); }
        public static object Kept() { var list = new List<string>(); var seen = new Dictionary<string, string>(); foreach (var x in Words()) { if (seen.TryGetValue(x, out string? other)) list.Add(other + x); seen[x] = x + x; } return Answer(list); }
        public static object KeptOther() => Kept();
        public static object Counted() { var list = new List<int>(); var counts = new Dictionary<string, int>(); foreach (var w in Words()) { counts.TryGetValue(w, out int n); counts[w] = n + 1; } list.Add(counts["a"]); return Answer(list); }
        public static object CountedOther() => Counted();
        public static object Incremented() { var list = new List<int>(); var counts = new Dictionary<string, int> { ["a"] = 0 }; foreach (var w in Words()) if (counts.ContainsKey(w)) counts[w] += w.Length; list.Add(counts["a"]); return Answer(list); }
        public static object Query() { List<string> list = ById().Values.Where(c => c.Id > 5).Select(c => c.Name).ToList(); return Answer(list); }
        public static object Pairs() { List<int> list = ById().Select(p => p.Key).ToList(); return Answer(list); }
        public static object ToDictionary() { var list = new List<string>(); var byId = Customers().ToDictionary(c => c.Id); foreach (int id in Ids()) list.Add(id + byId[id].Name); return Answer(list); }
        public static object Missing() { var list = new List<string>(); var byId = ById(); byId.TryGetValue(99, out var c); list.Add("" + c); return Answer(list); }
        public static object Cleared() { var list = new List<string>(); var byId = ById(); byId.Clear(); foreach (var c in Customers()) byId[c.Id] = new Customer(c.Id, c.Name + "!"); list.Add(byId[5].Name); return Answer(list); }
        public static object TupleKeys() { var list = new List<string>(); var d = new Dictionary<(int, string), string>(); foreach (var c in Customers()) d[(c.Id, c.Name)] = c.Name; list.Add(d[(5, "y")]); return Answer(list); }
        sealed class Index { readonly Dictionary<int, Customer> _byId = new(); public void Fill() { foreach (var c in Customers()) _byId[c.Id] = c; } public List<string> Names() { var names = new List<string>(); foreach (int id in Ids()) names.Add(_byId[id].Name); return names; } }
        public static object InField() { var index = new Index(); index.Fill(); return Answer(index.Names()); }
        public static object Lists() { var list = new List<string>(); var groups = new Dictionary<string, List<string>>(); foreach (var w in Words()) { if (!groups.TryGetValue(w, out var g)) groups[w] = g = new(); g.Add(w + "!"); } return Answer(groups["a"]); }

        public static object OwnKeys() { var list = new List<string>(); var d = new Dictionary<Own, string>(); foreach (var c in Customers()) d[new Own(c.Id)] = c.Name; list.Add(d[new Own(5)]); return Answer(list); }
        public static object ThroughInterface() { var list = new List<string>(); var byId = ById(); IDictionary<int, Customer> same = byId; same[5] = new Customer(5, "other"); list.Add(byId[5].Name); return Answer(list); }
        [Weft.NotWoven] static void Unseen(Dictionary<int, Customer> byId) { byId.Remove(5); byId.Add(5, new Customer(5, "q")); }
        public static object ChangedUnseen() { var list = new List<string>(); var byId = ById(); Unseen(byId); list.Add(byId[5].Name); return Answer(list); }
        public static object Aggregated() { var list = new List<string>(); var rows = new Dictionary<string, Row>(); foreach (var w in Words()) { if (!rows.TryGetValue(w, out var row)) rows[w] = row = new Row { Key = w }; row.Total++; row.Key += w; } list.Add(rows["a"].Key); return Answer(list); }
        public static object JoinedLists() { var list = new List<string>(); var groups = new Dictionary<string, List<string>>(); foreach (var w in Words()) { if (!groups.TryGetValue(w, out var g)) groups[w] = g = new(); g.Add(w + "!"); } foreach (var w in Words()) if (groups.TryGetValue(w, out var all)) list.Add(string.Concat(all)); return Answer(list); }
        public static object IndexedLists() { var list = new List<string>(); var groups = new Dictionary<string, List<string>>(); foreach (var w in Words()) { if (!groups.ContainsKey(w)) groups[w] = new(); groups[w].Add(w + "!"); } foreach (var w in Words()) list.Add(string.Concat(groups[w])); return Answer(list); }
        """;

    public static TheoryData<string, string, bool> Answers => new()
    {
        { "HashJoin", "s_customers[0]", true },
        { "HashJoinOther", "s_ids[2]", true },
        { "Indexer", "list[0]\n└─ this[] set  (this[], Add)\n   └─ s_customers[2]  (Where)\n", true },
        { "Added", "s_customers[1]", true },
        { "TriedAdd", "s_words[0]", true },
        { "Replaced", "s_words[3]", true },
        { "Removed", "s_words[3]", true },
        { "Kept", "s_words[0]", true },
        { "KeptOther", "s_words[3]", true },
        { "Counted", "s_words[0]", true },
        { "CountedOther", "s_words[3]", true },
        { "Incremented", "s_words[3]", true },
        { "Query", "s_customers[2]", true },
        { "Pairs", "s_customers[2]", true },
        { "ToDictionary", "s_customers[0]", true },
        { "Missing", "not recorded", false },
        { "Cleared", "s_customers[1]", true },
        { "TupleKeys", "s_customers[1]", true },
        { "InField", "s_customers[0]", true },
        { "Lists", "s_words[3]", true },
        { "OwnKeys", "incomplete", false },
        { "ThroughInterface", "incomplete", false },
        { "ChangedUnseen", "incomplete", false },
        { "Aggregated", "incomplete", false },
        { "JoinedLists", "incomplete", false },
        { "IndexedLists", "incomplete", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    [InlineData("AddedToObject", "s_ids[0]", false)]
    [InlineData("SetAndAddedToObject", "s_ids[0]", false)]
    [InlineData("AddedToObjectElsewhere", "s_ids[0]", false)]
    public void Why_WhatWasLookedUp_NamesTheRecordThatItWasPutInFor(string method, string expected, bool isExact)
        => Lineages.Check(Program, method, expected, isExact);
}
