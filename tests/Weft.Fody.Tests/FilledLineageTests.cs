using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: a collection that is filled with what is made of followed records, in a way that nobody follows, is no exact source of its own: what is read from it is
// incomplete and names the call. Methods that put in what they are given are followed from their callers. Woven against the product's runtime, in Debug and Release.
public class FilledLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(IEnumerable<T> records, int at) { var list = records.Select(r => r).ToList(); return (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString()); }
        static readonly int[] s_numbers = [3, 1, 2];
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();
        static IEnumerable<int> Flow() => s_numbers.Where(n => n > 1);
        sealed class Node { public int Value; public int[] Legs = []; public override string ToString() => "n" + Value; }

        public static object SortedSet() { var set = new SortedSet<int>(); foreach (int n in Flow()) set.Add(n); return Answer(set, 1); }
        public static object Collection() { var set = new System.Collections.ObjectModel.Collection<int>(); foreach (int n in Flow()) set.Add(n); return Answer(set, 1); }
        public static object Linked() { var list = new LinkedList<int>(); foreach (int n in Flow()) list.AddFirst(n); return Answer(list, 1); }
        public static object Bag() { var bag = new System.Collections.Concurrent.ConcurrentBag<int>(); foreach (int n in Flow()) bag.Add(n); return Answer(bag, 1); }
        public static object Concurrent() { var d = new System.Collections.Concurrent.ConcurrentDictionary<int, string>(); foreach (int n in Flow()) d.AddOrUpdate(n, "n" + n, (_, o) => o + n); return Answer(d.Values.Order(), 1); }
        public static object Builder() { var b = System.Collections.Immutable.ImmutableList.CreateBuilder<int>(); foreach (int n in Flow()) b.Add(n); return Answer(b.ToImmutable(), 1); }
        public static object ImmutableGrown() { var l = System.Collections.Immutable.ImmutableList<int>.Empty; foreach (int n in Flow()) l = l.Add(n); return Answer(l, 1); }
        public static object ImmutableDictionary() { var l = System.Collections.Immutable.ImmutableDictionary<int, string>.Empty; foreach (int n in Flow()) l = l.SetItem(n, "n" + n); return Answer(l.Values.Order(), 1); }
        public static object ArrayStored() { var array = new int[2]; int i = 0; foreach (int n in Flow()) array[i++] = n; return Answer(array, 1); }
        public static object ArrayOfReferences() { var array = new Node[2]; int i = 0; foreach (int n in Flow()) array[i++] = new Node { Value = n }; return Answer(array, 1); }
        public static object ArrayByRecord() { var seen = new bool[9]; foreach (int n in Flow()) seen[n] = true; return Answer(seen, 3); }
        public static object ArrayInField() { s_array = new int[9]; foreach (int n in Flow()) s_array[n] += 1; return Answer(s_array, 3); }
        static int[] s_array = [];
        public static object ArrayFilled() { var array = new int[2]; foreach (int n in Flow()) Array.Fill(array, n); return Answer(array, 1); }
        public static object BySpan() { var array = new int[4]; Span<int> span = array.AsSpan(); foreach (int n in Flow()) span[n] = n; return Answer(array, 2); }
        public static object ByReference() { var d = new Dictionary<int, int>(); foreach (int n in Flow()) { ref int count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(d, n, out _); count += n; } return Answer(d.Values.Order(), 1); }
        public static object ByInterfaceList() { IList<int> list = new List<int>(); foreach (int n in Flow()) list.Insert(0, n); return Answer(list, 1); }
        public static object Grid() { var grid = new int[2, 2]; foreach (int n in Flow()) grid[n - 2, 0] = n; return Answer(grid.Cast<int>(), 2); }
        public static object InnerArrays() { var lists = new List<int[]>(); foreach (int n in Flow()) { var pair = new int[2]; pair[0] = n; pair[1] = n * 2; lists.Add(pair); } return Answer(lists[1], 1); }
        public static object Taken() { var q = new Queue<int>(); foreach (int n in Flow()) q.Enqueue(n); var set = new SortedSet<int>(); while (q.TryDequeue(out int n)) set.Add(n); return Answer(set, 1); }
        public static object OfTaken() { var q = new Queue<int>(); foreach (int n in Flow()) q.Enqueue(n); var set = new SortedSet<int>(); set.Add(q.Dequeue()); return Answer(set, 0); }
        static async Task<SortedSet<int>> Waited() { var set = new SortedSet<int>(); foreach (int n in Flow()) { await Task.Yield(); set.Add(n); } return set; }
        public static object Async() => Answer(Waited().Result, 1);
        static IEnumerable<int> Adding(SortedSet<int> set) { foreach (int n in Flow()) { yield return n; set.Add(n); } }
        public static object InIterator() { var set = new SortedSet<int>(); Adding(set).Count(); return Answer(set, 1); }
        public static object AddedRange() { var list = new List<int>(); foreach (int n in Flow()) list.AddRange(new[] { n, n + 1 }); return Answer(list, 1); }
        static readonly SortedSet<int> s_set = new();
        public static object OfCall() { s_set.Clear(); foreach (int n in Flow()) Get(s_set).Add(n); return Answer(s_set, 1); static SortedSet<int> Get(SortedSet<int> set) => set; }

        public static object ConcurrentFound() { var q = new System.Collections.Concurrent.ConcurrentDictionary<int, int>(); foreach (int n in Flow()) q[n] = n; var list = new List<int>(); foreach (int n in s_numbers) if (q.TryGetValue(n, out int m)) list.Add(m); return Answer(list, 1); }
        public static object ConcurrentIndexed() { var q = new System.Collections.Concurrent.ConcurrentDictionary<int, int>(); foreach (int n in Flow()) q.TryAdd(n, n); var list = new List<int>(); list.Add(q[2]); return Answer(list, 0); }
        public static object SortedMin() { var set = new SortedSet<int>(); foreach (int n in Flow()) set.Add(n); var list = new List<int>(); while (set.Count > 0) { int n = set.Min; set.Remove(n); list.Add(n); } return Answer(list, 1); }
        public static object LinkedFirst() { var linked = new LinkedList<int>(); foreach (int n in Flow()) linked.AddLast(n); var list = new List<int>(); while (linked.Count > 0) { list.Add(linked.First!.Value); linked.RemoveFirst(); } return Answer(list, 1); }
        public static object Copied() { int[] from = Flow().ToArray(); var to = new int[2]; Array.Copy(from, to, 2); return Answer(to, 1); }
        public static object CopiedPart() { int[] from = Flow().ToArray(); var to = new int[3]; Array.Copy(from, 0, to, 1, 2); return Answer(to, 1); }
        public static object CopiedList() { List<int> from = Numbers(); var to = new int[2]; from.CopyTo(to); return Answer(to, 1); }
        public static object CopiedListPart() { List<int> from = Numbers(); var to = new int[3]; from.CopyTo(0, to, 1, 2); return Answer(to, 1); }
        public static object CopiedInterface() { ICollection<int> from = Numbers(); var to = new int[3]; from.CopyTo(to, 1); return Answer(to, 1); }
        public static object CopiedArray() { int[] from = Flow().ToArray(); var to = new int[2]; from.CopyTo(to, 0); return Answer(to, 1); }
        public static object CopiedSpan() { int[] from = Flow().ToArray(); var to = new int[2]; from.AsSpan().CopyTo(to); return Answer(to, 1); }
        public static object CopiedPlain() { var to = new int[3]; Array.Copy(s_numbers, to, 3); return Answer(to, 1); }
        public static object PriorityPlain() { var q = new PriorityQueue<int, int>(); foreach (int n in s_numbers) q.Enqueue(n, n); var list = new List<int>(); while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, 1); }
        public static object FromArray() { int[] a = Flow().ToArray(); var b = new int[2]; for (int i = 0; i < a.Length; i++) b[i] = a[i]; return Answer(b, 1); }
        public static object FromList() { List<int> a = Numbers(); var b = new int[2]; for (int i = 0; i < a.Count; i++) b[i] = a[i] + 1; return Answer(b, 1); }
        static void Double(int[] from, int[] to) { for (int i = 0; i < from.Length; i++) to[i] = from[i] * 2; }
        public static object OfArrays() { int[] a = Flow().ToArray(); var b = new int[2]; Double(a, b); return Answer(b, 1); }
        static void Set(int[] to, int n) { to[n - 2] = n; }
        public static object GivenArray() { var b = new int[2]; foreach (int n in Flow()) Set(b, n); return Answer(b, 1); }
        public static object ByEnumerator() { var b = new int[2]; using var e = Flow().GetEnumerator(); int i = 0; while (e.MoveNext()) b[i++] = e.Current; return Answer(b, 1); }
        public static object OutOfTheLoop() { var a = new int[1]; int last = 0; foreach (int n in Flow()) last = n; a[0] = last; return Answer(a, 0); }
        public static object ImmutableArray() { var s = System.Collections.Immutable.ImmutableArray<int>.Empty; foreach (int n in Flow()) s = s.Add(n); return Answer(s, 1); }
        public static object ImmutableArrayBuilder() { var b = System.Collections.Immutable.ImmutableArray.CreateBuilder<int>(); foreach (int n in Flow()) b.Add(n); return Answer(b.ToImmutable(), 1); }
        public class Numbers1(IEnumerable<int> records) : List<int>(records) { }
        public static object DerivedOfFlow() => Answer(new Numbers1(Flow()), 1);
        public static object DerivedOfPlain() => Answer(new Numbers1(s_numbers), 1);
        sealed class Cells { public readonly int[] All = new int[5]; public void Set(int i, int n) { All[i] = n; } }
        public static object ArrayOfObject() { var c = new Cells(); foreach (int n in Flow()) c.Set(n, n); return Answer(c.All, 2); }
        public class Numbers2 : List<int> { }
        public static object DerivedAdded() { var l = new Numbers2(); foreach (int n in Flow()) l.Add(n); return Answer(l, 1); }
        public sealed class Numbers3 : IEnumerable<int> { readonly List<int> _list = new(); public void Add(int n) => _list.Add(n); public IEnumerator<int> GetEnumerator() => _list.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
        public static object OwnSequence() { var l = new Numbers3(); foreach (int n in Flow()) l.Add(n); return Answer(l, 1); }
        public static object PlainSequence() { var l = new Numbers3(); foreach (int n in s_numbers) l.Add(n); return Answer(l, 1); }
        public readonly struct OwnStruct(int[] items) : IEnumerable<int>
        {
            public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)items).GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            public struct Builder { public int[] Items; public OwnStruct ToImmutable() => new(Items); }
        }
        public static object StructBuilder() { var b = new OwnStruct.Builder { Items = [4, 5, 6] }; OwnStruct made = b.ToImmutable(); return Answer(made, 1); }
        public static object RangeOfRecord() { var list = new List<char>(); foreach (int n in Flow()) list.AddRange("n" + n); return Answer(list, 2); }
        public static object RangeTwice() { var list = Numbers(); foreach (int n in Flow()) list.AddRange(new[] { n, n + 1 }); return Answer(list, 5); }
        public static object PlainSet() { var set = new SortedSet<int>(); foreach (int n in s_numbers) set.Add(n); return Answer(set, 1); }
        public static object PlainArray() { var array = new int[3]; for (int i = 0; i < 3; i++) array[i] = s_numbers[i]; return Answer(array, 1); }
        public static object PlainList() { var set = new SortedSet<int>(); var list = new List<int> { 1, 2 }; foreach (int n in list) set.Add(n); return Answer(set, 1); }
        public static object Constants() { var set = new SortedSet<int>(); foreach (int n in Flow()) { set.Add(7); } return Answer(set, 0); }
        public static object Arguments() { var list = new List<string>(); foreach (int n in Flow()) list.Add(string.Format("{0}-{1}", new object[] { n, n + 1 })); return Answer(list, 1); }
        public static object Buffer() { var list = new List<int>(); foreach (int n in Flow()) { var pair = new int[2]; pair[0] = n; pair[1] = n * 2; list.Add(pair.Sum()); } return Answer(list, 1); }

        sealed class Repository { readonly List<int> _items = new(); readonly List<string> _names = new(); readonly SortedSet<int> _set = new(); public IReadOnlyList<int> Items => _items; public List<string> Names => _names; public SortedSet<int> Set => _set;
            public void Add(int n) => _items.Add(n); public void AddAll(IEnumerable<int> all) { foreach (int n in all) Add(n); } public void Name(int n, string name) { if (n > 0) _names.Add(name + n); } public void Put(int n) => _set.Add(n);
            public void Deep(int n) => Add(n + 1); public async Task AddAsync(int n) { await Task.Yield(); _items.Add(n); } public async Task AddRead(int n) { using var reader = new StringReader(n.ToString()); string text = await reader.ReadToEndAsync(); await Task.Yield(); _items.Add(int.Parse(text)); } public async Task AddAtOnce(int n) { _items.Add(n); await Task.Yield(); } public int Total; public List<int> Totals = new(); public void Sum(int n) { Total += n; Totals.Add(Total); } }
        public static object ByRepository() { var r = new Repository(); foreach (int n in Flow()) r.Add(n); return Answer(r.Items, 1); }
        public static object ByRepositoryAll() { var r = new Repository(); r.AddAll(Numbers()); return Answer(r.Items, 1); }
        public static object ByRepositoryName() { var r = new Repository(); foreach (int n in Flow()) r.Name(n, "n"); return Answer(r.Names, 1); }
        public static object ByRepositoryDeep() { var r = new Repository(); foreach (int n in Flow()) r.Deep(n); return Answer(r.Items, 1); }
        public static object ByRepositorySet() { var r = new Repository(); foreach (int n in Flow()) r.Put(n); return Answer(r.Set, 1); }
        public static object ByRepositorySum() { var r = new Repository(); foreach (int n in Flow()) r.Sum(n); return Answer(r.Totals, 1); }
        static async Task<Repository> SavedAsync() { var r = new Repository(); foreach (int n in Flow()) await r.AddAsync(n); return r; }
        public static object ByRepositoryAsync() => Answer(SavedAsync().Result.Items, 1);
        static async Task<Repository> SavedRead() { var r = new Repository(); foreach (int n in Flow()) await r.AddRead(n); return r; }
        public static object ByRepositoryRead() => Answer(SavedRead().Result.Items, 1);
        static async Task<Repository> SavedAtOnce() { var r = new Repository(); foreach (int n in Flow()) await r.AddAtOnce(n).ConfigureAwait(false); return r; }
        public static object ByRepositoryAtOnce() => Answer(SavedAtOnce().Result.Items, 1);
        static void Put(List<int> list, int n) => list.Add(n);
        public static object ByHelper() { var list = new List<int>(); foreach (int n in Flow()) Put(list, n); return Answer(list, 1); }
        public static object ByLocalFunction() { var list = new List<int>(); foreach (int n in Flow()) Keep(n); return Answer(list, 1); void Keep(int n) { list.Add(n * 2); } }
        public static object ByDelegate() { var list = new List<int>(); Action<int> keep = n => list.Add(n * 2); foreach (int n in Flow()) keep(n); return Answer(list, 1); }
        interface ISink<T> { void Write(T item); }
        sealed class ListSink : ISink<int> { public List<int> List = new(); void ISink<int>.Write(int item) => List.Add(item); }
        sealed class NoSink : ISink<int> { public int Count; public void Write(int item) => Count++; }
        abstract class Base { public abstract void Take(string text); }
        sealed class Derived : Base { public List<string> List = new(); public override void Take(string text) { string trimmed = text.Trim(); List.Add(trimmed); } }
        public static object ByInterface() { var sink = new ListSink(); foreach (int n in Flow()) ((ISink<int>)sink).Write(n); return Answer(sink.List, 1); }
        public static object ByOverride() { Base b = new Derived(); foreach (int n in Flow()) b.Take(" " + n); return Answer(((Derived)b).List, 1); }
        [Weft.NotWoven] static void Unseen(ISink<int> sink) => sink.Write(5);
        public static object NotStale() { var sink = new ListSink(); ISink<int> none = new NoSink(); foreach (int n in Flow()) none.Write(n); Unseen(sink); return Answer(sink.List, 0); }
        sealed class Holder { public readonly List<int> List = new(); public Holder(int n) { List.Add(n); } }
        public static object ByConstructor() { var holders = new List<Holder>(); foreach (int n in Flow()) holders.Add(new Holder(n)); return Answer(holders[1].List, 0); }
        sealed class Graph { readonly Dictionary<int, List<int>> _edges = new(); public void Add(int from, int to) { if (!_edges.TryGetValue(from, out var list)) _edges[from] = list = new(); list.Add(to); } public List<int> Of(int from) => _edges[from]; }
        public static object ByGraph() { var g = new Graph(); foreach (int n in Flow()) g.Add(1, n); return Answer(g.Of(1), 1); }
        static void Walk(int n, List<int> list) { list.Add(n); if (n < 20) Walk(n * 10, list); }
        public static object Recursive() { var list = new List<int>(); foreach (int n in Flow()) Walk(n, list); return Answer(list, 3); }
        public static object PlainRepository() { var r = new Repository(); foreach (int n in s_numbers) r.Add(n); r.Add(7); return Answer(r.Items, 1); }
        public static object ConstantByRepository() { var r = new Repository(); foreach (int n in Flow()) r.Add(7); return Answer(r.Items, 1); }
        """;

    public static TheoryData<string> Cut =>
    [
        "SortedSet", "Collection", "Linked", "Bag", "Concurrent", "Builder", "ImmutableGrown", "ImmutableDictionary", "ArrayStored", "ArrayOfReferences", "ArrayByRecord", "ArrayInField", "ArrayFilled", "Grid", "BySpan", "ByReference", "ByInterfaceList", "InnerArrays",
        "Taken", "OfTaken", "Async", "InIterator", "ConcurrentFound", "ConcurrentIndexed", "SortedMin", "LinkedFirst", "Copied", "CopiedPart", "CopiedList", "CopiedListPart", "CopiedInterface", "CopiedArray", "CopiedSpan",
        "ImmutableArray", "ImmutableArrayBuilder", "DerivedOfFlow", "ArrayOfObject", "FromArray", "FromList", "OfArrays", "GivenArray", "ByEnumerator", "OutOfTheLoop",
        "OfCall", "ByRepositorySet",
    ];

    public static TheoryData<string, string> Plain => new()
    {
        { "PlainSet", "records[1]" }, { "PlainArray", "records[1]" }, { "PlainList", "records[1]" }, { "Constants", "records[0]" }, { "Arguments", "s_numbers[2]" }, { "Buffer", "s_numbers[2]" },
        { "DerivedOfPlain", "records[1]" }, { "PlainSequence", "records[1]" }, { "CopiedPlain", "records[1]" }, { "PriorityPlain", "records[1]" }, { "PlainRepository", "[1]" }, { "ConstantByRepository", "[1]" }, { "NotStale", "[0]" },
    };

    public static TheoryData<string, string> Followed => new()
    {
        { "ByRepository", "s_numbers[2]" }, { "ByRepositoryAll", "s_numbers[2]" }, { "ByRepositoryName", "s_numbers[2]" }, { "ByRepositoryDeep", "s_numbers[2]" }, { "ByRepositoryAsync", "s_numbers[2]" }, { "ByRepositoryAtOnce", "s_numbers[2]" }, { "ByRepositoryRead", "s_numbers[2]" },
        { "ByHelper", "s_numbers[2]" }, { "ByLocalFunction", "s_numbers[2]" }, { "ByDelegate", "s_numbers[2]" }, { "ByInterface", "s_numbers[2]" }, { "ByOverride", "s_numbers[2]" }, { "ByConstructor", "s_numbers[2]" },
        { "Recursive", "s_numbers[2]" }, { "DerivedAdded", "s_numbers[2]" }, { "OwnSequence", "s_numbers[2]" }, { "RangeOfRecord", "s_numbers[2]" }, { "RangeTwice", "s_numbers[2]" }, { "AddedRange", "s_numbers[0]" },
    };

    [Theory]
    [MemberData(nameof(Cut))]
    public void Why_CollectionFilledWhereNobodyFollowsIt_IsIncomplete(string method) => Lineages.Check(Program, method, "", isExact: false);

    [Theory]
    [MemberData(nameof(Plain))]
    public void Why_CollectionFilledWithPlainValues_IsASource(string method, string expected) => Lineages.Check(Program, method, expected, isExact: true);

    [Theory]
    [MemberData(nameof(Followed))]
    public void Why_PutInByAMethodThatIsGivenTheRecord_NamesTheRecord(string method, string expected) => Lineages.Check(Program, method, expected, isExact: true);

    [Theory]
    [InlineData("ByRepositorySum")]
    public void Why_PutInByAMethodThatKeepsRecords_IsIncomplete(string method) => Lineages.Check(Program, method, "s_numbers[2]", isExact: false);
}
