using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: collections that are made of a sequence keep its records' spans, whatever order they keep the records in; immutable and frozen ones too, and
// what is done with those. Woven against the product's runtime, in Debug and Release; the values are those of the unwoven program.
public class MadeCollectionLineageTests
{
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2, 1];
        static readonly string[] s_words = ["pear", "fig", "plum", "fig"];
        static IEnumerable<int> Flow() => s_numbers.Where(n => n != 4);   // 5 1 2 1
        static List<int> Kept() => Flow().ToList();
        static IEnumerable<string> Words() => s_words.Where(w => w != "plum");
        static IEnumerable<KeyValuePair<int, string>> Pairs() => s_numbers.Take(4).Select(n => new KeyValuePair<int, string>(n, "n" + n));
        static (string, string) Answer<T>(IEnumerable<T> records, int at)
        {
            List<T> list = records.Select(r => r).ToList();
            return (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());
        }
        static int s_one;
        static string s_text = "";

        public static object HashSet() => Answer(new HashSet<int>(Flow()), 2);
        public static object HashSetBy() => Answer(new HashSet<string>(Words(), StringComparer.OrdinalIgnoreCase), 1);
        public static object Dictionary() => Answer(new Dictionary<int, string>(Pairs()), 2);
        public static object DictionaryOfDictionary() => Answer(new Dictionary<int, string>(Pairs().ToDictionary()).Values, 1);
        public static object Queue() => Answer(new Queue<int>(Flow()), 1);
        public static object QueueOfTraced() => Answer(new Queue<int>(Kept()), 2);
        public static object QueueChanged() { var queue = new Queue<int>(Kept()); queue.Enqueue(7); return Answer(queue, 2); }
        public static object Stack() => Answer(new Stack<int>(Flow()), 1);
        public static object LinkedList() => Answer(new LinkedList<int>(Flow()), 1);
        public static object SortedSet() => Answer(new SortedSet<int>(Flow()), 2);
        public static object SortedSetOfTraced() => Answer(new SortedSet<int>(Kept()), 1);
        public static object SortedSetBy() => Answer(new SortedSet<string>(Words(), StringComparer.Ordinal), 0);
        public static object Observable() => Answer(new System.Collections.ObjectModel.ObservableCollection<int>(Flow()), 2);
        public static object ObservableChanged() { var list = new System.Collections.ObjectModel.ObservableCollection<int>(Kept()); list[0] = 7; return Answer(list, 2); }
        public static object ConcurrentQueue() => Answer(new System.Collections.Concurrent.ConcurrentQueue<int>(Flow()), 1);
        public static object ConcurrentQueueChanged() { var queue = new System.Collections.Concurrent.ConcurrentQueue<int>(Kept()); queue.TryDequeue(out _); queue.Enqueue(7); return Answer(queue, 2); }
        public static object ConcurrentStack() => Answer(new System.Collections.Concurrent.ConcurrentStack<int>(Flow()), 1);
        public static object ConcurrentBag() => Answer(new System.Collections.Concurrent.ConcurrentBag<int>(Flow()), 1);
        public static object ConcurrentDictionary() => Answer(new System.Collections.Concurrent.ConcurrentDictionary<int, string>(Pairs()).Where(p => p.Key == 2), 0);
        public static object SortedDictionary() => Answer(new SortedDictionary<int, string>(Pairs().ToDictionary()), 1);
        public static object SortedDictionaryChanged() { var sorted = new SortedDictionary<int, string>(Pairs().ToDictionary()); sorted[2] = "n"; return Answer(sorted, 1); }
        public static object SortedList() => Answer(new SortedList<int, string>(Pairs().ToDictionary()), 1);

        public static object AsReadOnly() => Answer(Kept().AsReadOnly(), 2);
        public static object AsReadOnlyGrown() { List<int> list = Kept(); var view = list.AsReadOnly(); list.AddRange(Flow().Take(1)); return Answer(view, 4); }
        public static object AsReadOnlyChanged() { List<int> list = Kept(); var view = list.AsReadOnly(); list.Add(7); return Answer(view, 2); }
        public static object AsReadOnlyTwice() => Answer(Kept().AsReadOnly().AsReadOnly(), 2);
        public static object AsReadOnlyArray() => Answer(Array.AsReadOnly(Flow().ToArray()), 2);
        public static object ReadOnlyCollection() => Answer(new System.Collections.ObjectModel.ReadOnlyCollection<int>(Kept()), 2);
        public static object ReadOnlyDictionary() => Answer(new System.Collections.ObjectModel.ReadOnlyDictionary<int, string>(Pairs().ToDictionary()), 2);
        public static object ReadOnlySet() => Answer(Flow().ToHashSet().AsReadOnly(), 2);
        public static object ReadOnlyFilled() { var list = new List<int>(); var view = list.AsReadOnly(); foreach (int n in Flow()) list.Add(n); return Answer(view, 2); }
        public static object ReadOnlyLooped() { var list = new List<int>(); foreach (int n in Kept().AsReadOnly()) list.Add(n); return Answer(list, 2); }
        public static object ReadOnlyPlain() { List<int> plain = [7, 8]; return Answer(plain.AsReadOnly(), 1); }

        public static object UnionWith() { HashSet<string> set = Words().ToHashSet(); set.UnionWith(s_words.Where(w => w != "fig")); return Answer(set, 2); }
        public static object UnionWithOwn() { HashSet<string> set = Words().ToHashSet(); set.UnionWith(s_words.Where(w => w != "fig")); return Answer(set, 1); }
        public static object UnionWithUntraced() { HashSet<int> set = [9]; set.UnionWith(Flow()); return Answer(set, 3); }
        public static object UnionWithPlain() { HashSet<int> set = Flow().ToHashSet(); set.UnionWith(new List<int> { 8, 5 }); return Answer(set, 1); }
        public static object ExceptWith() { HashSet<int> set = Flow().ToHashSet(); set.ExceptWith([1]); return Answer(set, 1); }
        public static object SymmetricExceptWith() { HashSet<int> set = Flow().ToHashSet(); set.SymmetricExceptWith(s_numbers.Where(n => n is 4 or 5)); return Answer(set.Where(n => n == 4), 0); }
        public static object SortedUnionWith() { SortedSet<int> set = new(Flow()); set.UnionWith(s_numbers.Where(n => n == 4)); return Answer(set, 2); }
        public static object IntersectWith() { HashSet<int> set = Flow().ToHashSet(); set.IntersectWith([1, 5]); return Answer(set, 1); }
        public static object UnionThrown()
        {
            HashSet<int> set = [9];
            try { set.UnionWith(Flow().Select(n => n == 2 ? throw new InvalidTimeZoneException() : n)); } catch (InvalidTimeZoneException) { }
            return Answer(set, 1);
        }

        public static object RemoveRange() { List<int> list = Kept(); list.RemoveRange(1, 2); return Answer(list, 1); }
        public static object Remove() { List<int> list = Kept(); list.Remove(1); list.Remove(99); return Answer(list, 1); }
        public static object RemoveAt() { List<int> list = Kept(); list.RemoveAt(1); return Answer(list, 1); }
        public static object OfPlain() { List<int> plain = [7, 8]; return Answer(new Queue<int>(plain), 1); }

        public static object ToImmutableArray() => Answer(Flow().ToImmutableArray(), 2);
        public static object ImmutableArrayTwice() => Answer(Flow().ToImmutableArray().ToImmutableArray(), 2);
        public static object ImmutableArrayOfTraced() => Answer(ImmutableArray.CreateRange(Kept()), 2);
        public static object ImmutableArrayCreate() => Answer(ImmutableArray.Create(Flow().ToArray()), 2);
        public static object ImmutableArrayPart() => Answer(ImmutableArray.Create(Flow().ToImmutableArray(), 1, 2), 1);
        public static object ImmutableArrayMapped() => Answer(ImmutableArray.CreateRange(Flow().ToImmutableArray(), n => n + 1), 1);
        public static object ImmutableArrayPassed() { ImmutableArray<int> array = Flow().ToImmutableArray(); return Answer(Passed(array), 1); }
        static IEnumerable<int> Passed(IReadOnlyList<int> list) => list.Skip(1);
        public static object ImmutableWhere() => Answer(Flow().ToImmutableArray().Where(n => n > 1), 1);
        public static object ImmutableSelect() => Answer(Flow().ToImmutableArray().Select(n => n + 1), 1);
        public static object ImmutableSelectMany() => Answer(Flow().ToImmutableArray().SelectMany(n => new[] { n, -n }, (n, m) => n + m), 3);
        public static object ImmutableToArray() => Answer(Flow().ToImmutableArray().ToArray(), 1);
        public static object ImmutableToDictionary() => Answer(Flow().Take(3).ToImmutableArray().ToDictionary(n => n), 1);
        public static object ImmutableOrderBy() => Answer(Flow().ToImmutableArray().OrderBy(n => n), 2);
        public static object ToImmutableList() => Answer(Flow().ToImmutableList(), 2);
        public static object ToImmutableListTwice() => Answer(Flow().ToImmutableList().ToImmutableList(), 2);
        public static object ListAddRange() => Answer(Flow().ToImmutableList().AddRange(s_numbers.Where(n => n == 4)), 4);
        public static object ListAddRangeOwn() => Answer(Flow().ToImmutableList().AddRange(new List<int> { 9 }), 1);
        public static object ListInsertRange() => Answer(ImmutableList.Create(8, 9).InsertRange(1, Flow()), 2);
        public static object ListRemoveAll() => Answer(Flow().ToImmutableList().RemoveAll(n => n == 1), 1);
        public static object ListRemoveRange() => Answer(Flow().ToImmutableList().RemoveRange(0, 2), 1);
        public static object ListRemoveItems() => Answer(Flow().ToImmutableList().RemoveRange([5]), 1);
        public static object ListGetRange() => Answer(Flow().ToImmutableList().GetRange(1, 2), 1);
        public static object ListFindAll() => Answer(Flow().ToImmutableList().FindAll(n => n > 1), 1);
        public static object ListConvertAll() => Answer(Flow().ToImmutableList().ConvertAll(n => "n" + n), 2);
        public static object ListSort() => Answer(Flow().ToImmutableList().Sort(), 3);
        public static object ListReverse() => Answer(Flow().ToImmutableList().Reverse(), 0);
        public static object ListReversePart() => Answer(Flow().ToImmutableList().Reverse(0, 2), 0);
        public static object ListAdd() => Answer(Flow().ToImmutableList().Add(7), 1);
        public static object ListSetItem() => Answer(Flow().ToImmutableList().SetItem(0, 7), 0);
        public static object SetUnion() => Answer(Flow().ToImmutableHashSet().Union(s_numbers.Where(n => n == 4)).Where(n => n == 4), 0);
        public static object SetUnionOwn() => Answer(Flow().ToImmutableHashSet().Union(s_numbers.Where(n => n == 4)).Where(n => n == 2), 0);
        public static object SetExcept() => Answer(Flow().ToImmutableSortedSet().Except([1]), 1);
        public static object SetSymmetricExcept() => Answer(Flow().ToImmutableSortedSet().SymmetricExcept(s_numbers.Where(n => n is 4 or 1)), 1);
        public static object SetIntersect() => Answer(Flow().ToImmutableSortedSet().Intersect([5, 2]), 1);
        public static object DictionarySetItem() => Answer(Pairs().ToImmutableDictionary().SetItem(2, "x"), 1);
        public static object EmptyIsNobodys() { Flow().ToImmutableList().Clear(); Flow().ToImmutableHashSet().Clear(); return Answer(ImmutableList<int>.Empty.Add(7).Add(8), 1); }
        public static object PlainImmutableAdd() => Answer(new List<int> { 8, 9 }.ToImmutableList().Add(7), 2);
        public static object ToImmutableHashSet() => Answer(Flow().ToImmutableHashSet().Where(n => n == 2), 0);
        public static object ToImmutableHashSetBy() => Answer(Words().ToImmutableHashSet(StringComparer.OrdinalIgnoreCase).Where(n => n == "pear"), 0);
        public static object ToImmutableSortedSet() => Answer(Flow().ToImmutableSortedSet(), 2);
        public static object ToImmutableDictionary() => Answer(Flow().Take(3).ToImmutableDictionary(n => n, n => n + 1).Where(p => p.Key == 2), 0);
        public static object PairsToImmutableDictionary() => Answer(Pairs().ToImmutableDictionary().Where(p => p.Key == 2), 0);
        public static object ToImmutableSortedDictionary() => Answer(Flow().Take(3).ToImmutableSortedDictionary(n => n, n => n + 1), 1);
        public static object ImmutableQueueRange() => Answer(ImmutableQueue.CreateRange(Flow()), 1);
        public static object ImmutableStackRange() => Answer(ImmutableStack.CreateRange(Flow()), 1);
        public static object ToFrozenSet() => Answer(Flow().ToFrozenSet().Where(n => n == 2), 0);
        public static object ToFrozenDictionary() => Answer(Words().Distinct().ToFrozenDictionary(w => w).Where(p => p.Key == "fig"), 0);
        public static object FrozenKeys() => Answer(Words().Distinct().ToFrozenDictionary(w => w).Keys.Where(k => k == "fig"), 0);
        public static object FrozenPairs() => Answer(Pairs().ToFrozenDictionary().Values.Where(v => v == "n2"), 0);
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "HashSet", "└─ s_numbers[3]  (Where, new HashSet, Select, ToList)" },
        { "HashSetBy", "└─ s_words[1]  (Where, new HashSet, Select, ToList)" },
        { "Dictionary", "└─ s_numbers[2]  (Take, Select, new Dictionary, Select, ToList)" },
        { "DictionaryOfDictionary", "└─ s_numbers[1]  (Take, Select, ToDictionary, new Dictionary, Select, ToList)" },
        { "Queue", "└─ s_numbers[1]  (Where, new Queue, Select, ToList)" },
        { "QueueOfTraced", "└─ s_numbers[3]  (Where, ToList, new Queue, Select, ToList)" },
        { "QueueChanged", "s_numbers[3]" },
        { "Stack", "└─ s_numbers[3]  (Where, new Stack, Select, ToList)" },
        { "LinkedList", "└─ s_numbers[1]  (Where, new LinkedList, Select, ToList)" },
        { "SortedSet", "└─ s_numbers[0]  (Where, new SortedSet, Select, ToList)" },
        { "SortedSetOfTraced", "└─ s_numbers[3]  (Where, ToList, new SortedSet, Select, ToList)" },
        { "SortedSetBy", "└─ s_words[1]  (Where, new SortedSet, Select, ToList)" },
        { "Observable", "└─ s_numbers[3]  (Where, new ObservableCollection, Select, ToList)" },
        { "ObservableChanged", "incomplete:" },
        { "ConcurrentQueue", "└─ s_numbers[1]  (Where, new ConcurrentQueue, Select, ToList)" },
        { "ConcurrentQueueChanged", "s_numbers[4]" },
        { "ConcurrentStack", "└─ s_numbers[3]  (Where, new ConcurrentStack, Select, ToList)" },
        { "ConcurrentBag", "└─ s_numbers[3]  (Where, new ConcurrentBag, Select, ToList)" },
        { "ConcurrentDictionary", "└─ s_numbers[3]  (Take, Select, new ConcurrentDictionary, Where, Select, ToList)" },
        { "SortedDictionary", "└─ s_numbers[3]  (Take, Select, ToDictionary, new SortedDictionary, Select, ToList)" },
        { "SortedDictionaryChanged", "incomplete:" },
        { "SortedList", "└─ s_numbers[3]  (Take, Select, ToDictionary, new SortedList, Select, ToList)" },
        { "AsReadOnly", "└─ s_numbers[3]  (Where, ToList, Select, ToList)" },
        { "AsReadOnlyGrown", "└─ s_numbers[0]  (" },
        { "AsReadOnlyChanged", "incomplete:" },
        { "AsReadOnlyTwice", "└─ s_numbers[3]  (Where, ToList, Select, ToList)" },
        { "AsReadOnlyArray", "└─ s_numbers[3]  (Where, ToArray, Select, ToList)" },
        { "ReadOnlyCollection", "└─ s_numbers[3]  (Where, ToList, Select, ToList)" },
        { "ReadOnlyDictionary", "└─ s_numbers[2]  (Take, Select, ToDictionary, Select, ToList)" },
        { "ReadOnlySet", "└─ s_numbers[3]  (Where, ToHashSet, Select, ToList)" },
        { "ReadOnlyFilled", "└─ s_numbers[3]  (Where, Add, Select, ToList)" },
        { "ReadOnlyLooped", "└─ s_numbers[3]  (Where, ToList, Add, Select, ToList)" },
        { "ReadOnlyPlain", "[1]  (Select, ToList)" },
        { "UnionWith", "└─ s_words[2]  (" },
        { "UnionWithOwn", "└─ s_words[1]  (" },
        { "UnionWithUntraced", "└─ s_numbers[3]  (" },
        { "UnionWithPlain", "└─ s_numbers[1]  (" },
        { "ExceptWith", "└─ s_numbers[3]  (" },
        { "SymmetricExceptWith", "└─ s_numbers[2]  (" },
        { "SortedUnionWith", "└─ s_numbers[2]  (" },
        { "IntersectWith", "coarse" },
        { "UnionThrown", "incomplete:" },
        { "RemoveRange", "└─ s_numbers[4]  (Where, ToList, RemoveRange, Select, ToList)" },
        { "Remove", "└─ s_numbers[3]  (Where, ToList, Remove, Select, ToList)" },
        { "RemoveAt", "incomplete:" },
        { "OfPlain", "[1]  (Select, ToList)" },
        { "ToImmutableArray", "└─ s_numbers[3]  (Where, ToImmutableArray, Select, ToList)" },
        { "ImmutableArrayTwice", "└─ s_numbers[3]  (Where, ToImmutableArray, Select, ToList)" },
        { "ImmutableArrayOfTraced", "└─ s_numbers[3]  (Where, ToList, CreateRange, Select, ToList)" },
        { "ImmutableArrayCreate", "└─ s_numbers[3]  (Where, ToArray, Create, Select, ToList)" },
        { "ImmutableArrayPart", "└─ s_numbers[3]  (Where, ToImmutableArray, Create, Select, ToList)" },
        { "ImmutableArrayMapped", "└─ s_numbers[1]  (Where, ToImmutableArray, CreateRange, Select, ToList)" },
        { "ImmutableArrayPassed", "└─ s_numbers[3]  (Where, ToImmutableArray, Skip, Select, ToList)" },
        { "ImmutableWhere", "└─ s_numbers[3]  (Where, ToImmutableArray, Where, Select, ToList)" },
        { "ImmutableSelect", "└─ s_numbers[1]  (Where, ToImmutableArray, Select, Select, ToList)" },
        { "ImmutableSelectMany", "s_numbers[1]" },
        { "ImmutableToArray", "└─ s_numbers[1]  (Where, ToImmutableArray, ToArray, Select, ToList)" },
        { "ImmutableToDictionary", "└─ s_numbers[1]  (Where, Take, ToImmutableArray, ToDictionary, Select, ToList)" },
        { "ImmutableOrderBy", "└─ s_numbers[3]  (Where, ToImmutableArray, OrderBy, Select, ToList)" },
        { "ToImmutableList", "└─ s_numbers[3]  (Where, ToImmutableList, Select, ToList)" },
        { "ToImmutableListTwice", "└─ s_numbers[3]  (Where, ToImmutableList, Select, ToList)" },
        { "ListAddRange", "└─ s_numbers[2]  (" },
        { "ListAddRangeOwn", "└─ s_numbers[1]  (" },
        { "ListInsertRange", "└─ s_numbers[1]  (" },
        { "ListRemoveAll", "└─ s_numbers[3]  (Where, ToImmutableList, RemoveAll, Select, ToList)" },
        { "ListRemoveRange", "└─ s_numbers[4]  (Where, ToImmutableList, RemoveRange, Select, ToList)" },
        { "ListRemoveItems", "└─ s_numbers[3]  (Where, ToImmutableList, RemoveRange, Select, ToList)" },
        { "ListGetRange", "└─ s_numbers[3]  (Where, ToImmutableList, GetRange, Select, ToList)" },
        { "ListFindAll", "└─ s_numbers[3]  (Where, ToImmutableList, FindAll, Select, ToList)" },
        { "ListConvertAll", "└─ s_numbers[3]  (Where, ToImmutableList, ConvertAll, Select, ToList)" },
        { "ListSort", "└─ s_numbers[0]  (Where, ToImmutableList, Sort, Select, ToList)" },
        { "ListReverse", "└─ s_numbers[4]  (Where, ToImmutableList, Reverse, Select, ToList)" },
        { "ListReversePart", "└─ s_numbers[1]  (Where, ToImmutableList, Reverse, Select, ToList)" },
        { "ListAdd", "result of Add" },
        { "ListSetItem", "result of SetItem" },
        { "SetUnion", "└─ s_numbers[2]  (" },
        { "SetUnionOwn", "└─ s_numbers[3]  (" },
        { "SetExcept", "└─ s_numbers[0]  (" },
        { "SetSymmetricExcept", "└─ s_numbers[2]  (" },
        { "SetIntersect", "result of Intersect" },
        { "DictionarySetItem", "result of SetItem" },
        { "EmptyIsNobodys", "[1]  (Select, ToList)" },
        { "PlainImmutableAdd", "[2]  (Select, ToList)" },
        { "ToImmutableHashSet", "└─ s_numbers[3]  (Where, ToImmutableHashSet, Where, Select, ToList)" },
        { "ToImmutableHashSetBy", "└─ s_words[0]  (" },
        { "ToImmutableSortedSet", "└─ s_numbers[0]  (" },
        { "ToImmutableDictionary", "└─ s_numbers[3]  (Where, Take, ToImmutableDictionary, Where, Select, ToList)" },
        { "PairsToImmutableDictionary", "└─ s_numbers[3]  (" },
        { "ToImmutableSortedDictionary", "└─ s_numbers[3]  (" },
        { "ImmutableQueueRange", "└─ s_numbers[1]  (" },
        { "ImmutableStackRange", "└─ s_numbers[3]  (" },
        { "ToFrozenSet", "└─ s_numbers[3]  (" },
        { "ToFrozenDictionary", "└─ s_words[1]  (" },
        { "FrozenKeys", "└─ s_words[1]  (" },
        { "FrozenPairs", "└─ s_numbers[3]  (" },
    };

    private static readonly string[] _incomplete = ["ObservableChanged", "SortedDictionaryChanged", "AsReadOnlyChanged", "UnionThrown", "RemoveAt", "ListAdd", "ListSetItem", "SetIntersect", "DictionarySetItem"];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RecordOfACollection_SaysWhereFrom(string method, string expected)
        => Lineages.Check(Program, method, expected, isExact: !_incomplete.Contains(method), "using System.Collections.Frozen; using System.Collections.Immutable;");
}
