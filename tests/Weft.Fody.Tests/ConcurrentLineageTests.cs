using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what is put into a concurrent queue or stack, or a priority queue, and taken out again, by whatever thread, follows from the record that it was put in for; so does what is read while it is there. What code that is not
// woven has put in, through an interface too, is incomplete. Woven against the product's runtime, in Debug and Release.
public class ConcurrentLineageTests
{
    private const string Program = """
        // A list that nobody traced is a source of its own where it is read: it must not pass for a list whose lineage ends.
        static (string, string) Answer<T>(List<T> list, int at)
        {
            string why = Weft.Lineage.Of(list, at, "list").Why().ToString();
            if (why.Contains("is not recorded")) { List<T> again = list.Select(x => x).ToList(); why = Weft.Lineage.Of(again, at, "list").Why().ToString(); }
            return (string.Join(",", list), why);
        }
        static readonly int[] s_numbers = [3, 1, 2];
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();
        static ConcurrentQueue<int> Queued() { var queue = new ConcurrentQueue<int>(); foreach (int n in Numbers()) queue.Enqueue(n); return queue; }
        static ConcurrentStack<int> Stacked() { var stack = new ConcurrentStack<int>(); foreach (int n in Numbers()) stack.Push(n); return stack; }
        static PriorityQueue<string, int> Prioritized() { var queue = new PriorityQueue<string, int>(); foreach (int n in Numbers()) queue.Enqueue("n" + n, n); return queue; }

        public static object Drained() { var list = new List<string>(); var q = Queued(); while (q.TryDequeue(out int x)) list.Add("n" + x); return Answer(list, 1); }
        public static object Peeked() { var list = new List<int>(); var q = Queued(); q.TryDequeue(out _); if (q.TryPeek(out int x)) list.Add(x); return Answer(list, 0); }
        public static object Query() { var q = Queued(); q.Enqueue(9); List<int> list = q.Where(n => n != 3).ToList(); return Answer(list, 0); }
        public static object QueryOfRoot() { var q = Queued(); q.Enqueue(9); List<int> list = q.Where(n => n != 3).ToList(); return Answer(list, 1); }
        public static object Made() { var list = new List<int>(); var q = new ConcurrentQueue<int>(s_numbers.Where(n => n > 1)); q.Enqueue(7); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        public static object Large() { var list = new List<int>(); var q = new ConcurrentQueue<int>(); for (int i = 0; i < 50; i++) foreach (int n in Numbers()) q.Enqueue(n); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 99); }
        public static object Search() {
            var list = new List<string>(); var q = new ConcurrentQueue<string>();
            foreach (int n in Numbers()) q.Enqueue("" + n);
            while (q.TryDequeue(out var node)) { list.Add(node); if (node.Length < 3) foreach (char c in new[] { 'a', 'b' }) q.Enqueue(node + c); }
            return Answer(list, list.IndexOf("2ba"));
        }
        public static object Threads() {
            var list = new List<int>(); var q = new ConcurrentQueue<int>(); var out1 = new ConcurrentStack<int>();
            var writer = new Thread(() => { foreach (int n in Numbers()) q.Enqueue(n); q.Enqueue(-1); });
            var worker = new Thread(() => { for (int x = 0; x >= 0;) { if (!q.TryDequeue(out x)) { Thread.Yield(); x = 0; continue; } if (x > 0) out1.Push(x * 10); } });
            writer.Start(); worker.Start(); writer.Join(); worker.Join();
            while (out1.TryPop(out int y)) list.Add(y);
            return Answer(list, 0);
        }
        public static object Popped() { var list = new List<int>(); var s = Stacked(); while (s.TryPop(out int x)) list.Add(x); return Answer(list, 0); }
        public static object StackQuery() { List<int> list = Stacked().Select(n => n * 2).ToList(); return Answer(list, 0); }
        public static object StackPeeked() { var list = new List<int>(); var s = Stacked(); if (s.TryPeek(out int x)) list.Add(x); return Answer(list, 0); }
        public static object MadeStack() { var list = new List<int>(); var s = new ConcurrentStack<int>(s_numbers.Where(n => n > 1)); while (s.TryPop(out int x)) list.Add(x); return Answer(list, 0); }
        public static object Priority() { var list = new List<string>(); var q = Prioritized(); while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, 0); }
        public static object PriorityTried() { var list = new List<string>(); var q = Prioritized(); while (q.TryDequeue(out string x, out int p)) list.Add(x + p); return Answer(list, 0); }
        public static object PriorityPeeked() { var list = new List<string>(); var q = Prioritized(); list.Add(q.Peek()); return Answer(list, 0); }
        public static object Unordered() { List<string> list = Prioritized().UnorderedItems.Select(i => i.Element).ToList(); return Answer(list, 0); }
        public static object UnorderedBefore() { var q = new PriorityQueue<int, int>(); var items = q.UnorderedItems; foreach (int n in Numbers()) q.Enqueue(n, n); List<int> list = items.Select(i => i.Element).ToList(); return Answer(list, 0); }
        public static object UnorderedPlain() { var q = new PriorityQueue<int, int>(); foreach (int n in s_numbers) q.Enqueue(n, n); List<int> list = q.UnorderedItems.Select(i => i.Element).ToList(); return Answer(list, 0); }
        static async Task<List<int>> Waited() { var list = new List<int>(); var q = Queued(); while (q.TryDequeue(out int x)) { await Task.Yield(); list.Add(x); } return list; }
        public static object Async() => Answer(Waited().Result, 1);

        public static object Enumerated() { var list = new List<int>(); foreach (int x in Queued()) list.Add(x); return Answer(list, 1); }
        public static object StackEnumerated() { var list = new List<int>(); foreach (int x in Stacked()) list.Add(x); return Answer(list, 0); }
        public static object EnumeratedPlain() { var list = new List<int>(); foreach (int x in new ConcurrentQueue<int>(s_numbers)) list.Add(x); return Answer(list, 1); }

        static ConcurrentDictionary<int, string> Keyed() { var d = new ConcurrentDictionary<int, string>(); foreach (int n in Numbers()) d[n] = "n" + n; return d; }
        public static object EnumeratedWhileTaken() { var list = new List<int>(); var q = Queued(); foreach (int x in q) { if (list.Count == 0) q.TryDequeue(out _); list.Add(x); } return Answer(list, 0); }
        public static object EnumeratedByInterface() { var list = new List<int>(); var q = Queued(); IEnumerable<int> all = q; foreach (int x in all) { if (list.Count == 0) q.TryDequeue(out _); list.Add(x); } return Answer(list, 0); }
        public static object StackedByInterface() { var list = new List<int>(); var s = Stacked(); IReadOnlyCollection<int> all = s; foreach (int x in all) { if (list.Count == 0) s.Push(7); list.Add(x); } return Answer(list, 0); }
        static ConcurrentDictionary<int, string> MadeKeyed() => new(s_numbers.Where(n => n > 0).Select(n => KeyValuePair.Create(n, "n" + n)));
        public static object MadeKeyedEnumerated() { var list = new List<string>(); foreach (var p in MadeKeyed()) list.Add(p.Value); return Answer(list, 1); }
        public static object KeyedEnumeratedWhileRemoved() { var list = new List<string>(); var d = MadeKeyed(); foreach (var p in d) { d.TryRemove(2, out _); list.Add(p.Value); } return Answer(list, 1); }
        public static object KeyedByInterfaceWhileRemoved() { var list = new List<string>(); var d = MadeKeyed(); IEnumerable<KeyValuePair<int, string>> all = d; foreach (var p in all) { d.TryRemove(2, out _); list.Add(p.Value); } return Answer(list, 1); }
        public static object KeyedQueryWhileRemoved() { var d = MadeKeyed(); List<string> list = d.Select(p => { d.TryRemove(2, out _); return p.Value; }).ToList(); return Answer(list, 1); }
        public static object KeyedQueryWhileReplaced() { var d = MadeKeyed(); List<string> list = d.Select(p => { d[2] = "x"; return p.Value; }).ToList(); return Answer(list, 1); }
        public static object KeyedFound() { var list = new List<string>(); if (Keyed().TryGetValue(2, out var x)) list.Add(x); return Answer(list, 0); }
        public static object KeyedRead() { var list = new List<string>(); list.Add(Keyed()[2]); return Answer(list, 0); }
        public static object KeyedRemoved() { var list = new List<string>(); if (Keyed().TryRemove(2, out var x)) list.Add(x); return Answer(list, 0); }
        public static object KeyedGot() { var list = new List<string>(); list.Add(Keyed().GetOrAdd(2, "x")); return Answer(list, 0); }
        public static object KeyedGotByFactory() { var list = new List<string>(); list.Add(Keyed().GetOrAdd(2, k => "x")); return Answer(list, 0); }
        public static object KeyedUpdated() { var list = new List<string>(); list.Add(Keyed().AddOrUpdate(2, "x", (k, o) => o + k)); return Answer(list, 0); }
        public static object FilledByGetOrAdd() { var d = new ConcurrentDictionary<int, string>(); foreach (int n in Numbers()) d.GetOrAdd(n, "n" + n); var list = new List<string>(); if (d.TryGetValue(2, out var x)) list.Add(x); return Answer(list, 0); }
        public static object FilledByTryUpdate() { var d = new ConcurrentDictionary<int, int>(); d[2] = 0; foreach (int n in Numbers()) d.TryUpdate(2, n, d[2]); var list = new List<int>(); if (d.TryGetValue(2, out var x)) list.Add(x); return Answer(list, 0); }
        public static object KeyedEnumerated() { var list = new List<string>(); foreach (var p in Keyed()) list.Add(p.Value); return Answer(list, 0); }
        public static object KeyedValues() { var list = Keyed().Values.ToList(); return Answer(list, 0); }
        public static object KeyedQuery() { List<string> list = Keyed().Select(p => p.Value).ToList(); return Answer(list, 0); }
        public static object KeyedPlain() { var d = new ConcurrentDictionary<int, string>(); foreach (int n in s_numbers) d[n] = "n" + n; var list = new List<string>(); if (d.TryGetValue(2, out var x)) list.Add(x); return Answer(list, 0); }
        static ConcurrentBag<int> Bagged() { var b = new ConcurrentBag<int>(); foreach (int n in Numbers()) b.Add(n); return b; }
        public static object BagTaken() { var list = new List<int>(); var b = Bagged(); while (b.TryTake(out int x)) list.Add(x); return Answer(list, 1); }
        public static object BagEnumerated() { var list = new List<int>(); foreach (int x in Bagged()) list.Add(x); return Answer(list, 1); }
        public static object BagOfParallel() { var b = new ConcurrentBag<int>(); Parallel.ForEach(Numbers(), n => b.Add(n)); List<int> list = b.Order().ToList(); return Answer(list, 0); }

        [Weft.NotWoven] static void Unseen(ConcurrentQueue<int> q) => q.Enqueue(8);
        public static object PutInUnseen() { var list = new List<int>(); var q = Queued(); Unseen(q); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 2); }
        public static object BesideUnseen() { var list = new List<int>(); var q = Queued(); Unseen(q); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        public static object ReadUnseen() { var q = Queued(); Unseen(q); List<int> list = q.ToList(); return Answer(list, 2); }
        public static object ByInterface() { var list = new List<int>(); var q = new ConcurrentQueue<int>(); IProducerConsumerCollection<int> c = q; foreach (int n in Numbers()) c.TryAdd(n); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        public static object ByInterfaceTracked() { var list = new List<int>(); var q = Queued(); IProducerConsumerCollection<int> c = q; foreach (int n in Numbers()) c.TryAdd(n); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 3); }
        public static object TakenByInterface() { var list = new List<int>(); IProducerConsumerCollection<int> c = Queued(); while (c.TryTake(out int x)) list.Add(x); return Answer(list, 1); }
        public static object InBlocking() { var list = new List<int>(); var b = new BlockingCollection<int>(Queued()); while (b.TryTake(out int x)) list.Add(x); return Answer(list, 1); }
        public static object InBlockingPlain() { var list = new List<int>(); var b = new BlockingCollection<int>(new ConcurrentStack<int>(s_numbers)); while (b.TryTake(out int x)) list.Add(x); return Answer(list, 1); }
        public static object InBlockingFilledUnseen() { var list = new List<int>(); var q = Queued(); Unseen(q); var b = new BlockingCollection<int>(q); while (b.TryTake(out int x)) list.Add(x); return Answer(list, 2); }
        public static object StackedByBlocking() { var list = new List<int>(); var b = new BlockingCollection<int>(new ConcurrentStack<int>(), 4); foreach (int n in Numbers()) b.Add(n); b.CompleteAdding(); foreach (int x in b.GetConsumingEnumerable()) list.Add(x); return Answer(list, 0); }
        public static object BaggedByBlocking() { var list = new List<int>(); var b = new BlockingCollection<int>(new ConcurrentBag<int>()); foreach (int n in Numbers()) b.Add(n); while (b.TryTake(out int x)) list.Add(x); return Answer(list, 0); }
        sealed class Own : ConcurrentQueue<int> { }
        public static object DerivedInBlocking() { var list = new List<int>(); var b = new BlockingCollection<int>(new Own()); foreach (int n in Numbers()) b.Add(n); while (b.TryTake(out int x)) list.Add(x); return Answer(list, 0); }
        public static object AddedByBlocking() { var list = new List<int>(); var q = new ConcurrentQueue<int>(); var b = new BlockingCollection<int>(q); foreach (int n in Numbers()) b.Add(n); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        [Weft.NotWoven] static void Unseen(ConcurrentStack<int> q) => q.Push(8);
        public static object PushedUnseen() { var list = new List<int>(); var s = Stacked(); Unseen(s); while (s.TryPop(out int x)) list.Add(x); return Answer(list, 0); }
        public static object RangePushed() { var list = new List<int>(); var s = Stacked(); int[] more = Numbers().ToArray(); s.PushRange(more); while (s.TryPop(out int x)) list.Add(x); return Answer(list, 0); }
        [Weft.NotWoven] static void Unseen(PriorityQueue<string, int> q) => q.Enqueue("u", 0);
        public static object PrioritizedUnseen() { var list = new List<string>(); var q = Prioritized(); Unseen(q); while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, 1); }
        public static object PrioritizedRange() { var list = new List<string>(); var q = Prioritized(); q.EnqueueRange(Numbers().Select(n => ("r" + n, n))); while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, 1); }
        public static object PrioritizedRangeOfList() { var list = new List<int>(); var q = new PriorityQueue<int, int>(); q.EnqueueRange(Numbers(), 1); q.EnqueueRange(Numbers(), 0); while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, list.LastIndexOf(2)); }
        public static object PrioritizedRangeOfOne() { var list = new List<string>(); var q = Prioritized(); q.EnqueueRange(Numbers().Where(n => n < 3).Select(n => "o" + n), -1); list.Add(q.Dequeue()); return Answer(list, 0); }
        public static object PrioritizedRangePlain() { var list = new List<string>(); var q = new PriorityQueue<string, int>(); q.EnqueueRange(new[] { ("a", 1), ("b", 2) }); while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, 1); }
        public static object PrioritizedRangeInLoop() { var list = new List<string>(); var q = new PriorityQueue<string, int>(); foreach (int n in Numbers()) q.EnqueueRange(new List<string> { "a", "b" }, n); while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, 1); }
        static IEnumerable<(string, int)> Failing() { foreach (int n in Numbers()) yield return ("f" + n, -1); throw new InvalidOperationException(); }
        public static object PrioritizedRangeThrown() { var list = new List<string>(); var q = Prioritized(); try { q.EnqueueRange(Failing()); } catch (InvalidOperationException) { } while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, 1); }
        public static object PrioritizedRemoved() { var list = new List<string>(); var q = Prioritized(); foreach (int n in Numbers()) q.Enqueue("m" + n, n); if (q.Remove("n2", out var x, out _)) list.Add(x + "!"); return Answer(list, 0); }
        public static object PrioritizedRemovedByComparer() { var list = new List<string>(); var q = Prioritized(); if (q.Remove("N2", out var x, out _, StringComparer.OrdinalIgnoreCase)) list.Add(x); return Answer(list, 0); }
        public static object PrioritizedBesideRemoved() { var list = new List<string>(); var q = Prioritized(); foreach (int n in Numbers()) q.Enqueue("m" + n, -n); q.Remove("n3", out _, out _); while (q.Count > 0) list.Add(q.Dequeue()); return Answer(list, 2); }
        public static object PrioritizedRemovedUnseen() { var list = new List<string>(); var q = Prioritized(); Unseen(q); if (q.Remove("n2", out var x, out _)) list.Add(x); return Answer(list, 0); }
        static Dictionary<int, string> Dictionary() { var d = new Dictionary<int, string>(); foreach (int n in Numbers()) d[n] = "n" + n; return d; }
        public static object DictionaryRemoved() { var list = new List<string>(); var d = Dictionary(); if (d.Remove(2, out var x)) list.Add(x); return Answer(list, 0); }
        public static object DictionaryBesideRemoved() { var list = new List<string>(); var d = Dictionary(); d.Remove(3, out var y); d.Remove(7, out y); if (d.TryGetValue(2, out var x)) list.Add(x); return Answer(list, 0); }
        public static object MadeDictionaryRemoved() { var list = new List<string>(); var d = Numbers().ToDictionary(n => n, n => "n" + n); if (d.Remove(2, out var x)) list.Add(x); return Answer(list, 0); }
        public static object PlainDictionaryRemoved() { var list = new List<string>(); var d = new Dictionary<int, string> { [2] = "two" }; if (d.Remove(2, out var x)) list.Add(x); return Answer(list, 0); }
        public static object PrioritizedSwap() { var list = new List<string>(); var q = Prioritized(); foreach (int n in Numbers()) list.Add(q.EnqueueDequeue("s" + n, 1)); return Answer(list, 1); }
        public static object PrioritizedSwapped() { var list = new List<string>(); var q = Prioritized(); foreach (int n in Numbers()) list.Add(q.DequeueEnqueue("s" + n, 1)); return Answer(list, 1); }
        public static object Carried() { var list = new List<int>(); var q = Queued(); int p = 0; while (q.TryDequeue(out int x)) { list.Add(p); p = x; } return Answer(list, 1); }
        public static object RangePopped() { var list = new List<int>(); var s = Stacked(); var some = new int[2]; int n = s.TryPopRange(some); for (int i = 0; i < n; i++) list.Add(some[i]); return Answer(list, 0); }
        """;

    public static TheoryData<string, string, bool> Answers => new()
    {
        { "Drained", "list[1]\n└─ Enqueue  (TryDequeue, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "Peeked", "s_numbers[2]", true },
        { "Query", "s_numbers[2]", true },
        { "QueryOfRoot", "value of Enqueue", true },
        { "Made", "s_numbers[2]", true },
        { "Large", "s_numbers[2]", true },
        { "Search", "list[12]\n└─ Enqueue  (TryDequeue, Add)\n   └─ Enqueue  (TryDequeue)\n      └─ Enqueue  (TryDequeue)\n         └─ s_numbers[2]", true },
        { "Threads", "s_numbers[2]", true },
        { "Popped", "list[0]\n└─ Push  (TryPop, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "StackQuery", "s_numbers[2]", true },
        { "StackPeeked", "s_numbers[2]", true },
        { "MadeStack", "s_numbers[2]", true },
        { "Priority", "list[0]\n└─ Enqueue  (Dequeue, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "PriorityTried", "s_numbers[2]", true },
        { "PriorityPeeked", "s_numbers[2]", true },
        { "Unordered", "s_numbers[2]", true },
        { "UnorderedBefore", "s_numbers[2]", true },
        { "UnorderedPlain", "", true },
        { "Async", "s_numbers[2]", true },
        { "Enumerated", "s_numbers[2]", true },
        { "StackEnumerated", "s_numbers[2]", true },
        { "EnumeratedPlain", "", true },
        { "EnumeratedWhileTaken", "s_numbers[0]", true },
        { "EnumeratedByInterface", "incomplete", false },
        { "StackedByInterface", "incomplete", false },
        { "MadeKeyedEnumerated", "s_numbers[2]", true },
        { "KeyedEnumeratedWhileRemoved", "incomplete", false },
        { "KeyedByInterfaceWhileRemoved", "incomplete", false },
        { "KeyedQueryWhileRemoved", "incomplete", false },
        { "KeyedQueryWhileReplaced", "incomplete", false },
        { "KeyedFound", "incomplete", false },
        { "KeyedRead", "incomplete", false },
        { "KeyedRemoved", "incomplete", false },
        { "KeyedGot", "incomplete", false },
        { "KeyedGotByFactory", "incomplete", false },
        { "KeyedUpdated", "incomplete", false },
        { "FilledByGetOrAdd", "incomplete", false },
        { "FilledByTryUpdate", "incomplete", false },
        { "KeyedEnumerated", "incomplete", false },
        { "KeyedValues", "incomplete", false },
        { "KeyedQuery", "incomplete", false },
        { "KeyedPlain", "", true },
        { "BagTaken", "incomplete", false },
        { "BagEnumerated", "incomplete", false },
        { "BagOfParallel", "incomplete", false },
        { "PutInUnseen", "incomplete", false },
        { "BesideUnseen", "s_numbers[2]", true },
        { "ReadUnseen", "incomplete", false },
        { "ByInterface", "incomplete", false },
        { "ByInterfaceTracked", "incomplete", false },
        { "TakenByInterface", "incomplete", false },
        { "InBlocking", "s_numbers[2]", true },
        { "InBlockingPlain", "", true },
        { "InBlockingFilledUnseen", "incomplete", false },
        { "AddedByBlocking", "s_numbers[2]", true },
        { "StackedByBlocking", "list[0]\n└─ Add  (GetConsumingEnumerable, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "BaggedByBlocking", "incomplete", false },
        { "DerivedInBlocking", "incomplete", false },
        { "PushedUnseen", "incomplete", false },
        { "RangePushed", "incomplete", false },
        { "PrioritizedUnseen", "incomplete", false },
        { "PrioritizedRange", "s_numbers[2]", true },
        { "PrioritizedRangeOfList", "s_numbers[2]", true },
        { "PrioritizedRangeOfOne", "s_numbers[2]", true },
        { "PrioritizedRangePlain", "", true },
        { "PrioritizedRangeInLoop", "s_numbers[2]", true },
        { "PrioritizedRangeThrown", "incomplete", false },
        { "PrioritizedRemoved", "list[0]\n└─ Enqueue  (Remove, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "PrioritizedRemovedByComparer", "s_numbers[2]", true },
        { "PrioritizedBesideRemoved", "s_numbers[2]", true },
        { "PrioritizedRemovedUnseen", "incomplete", false },
        { "DictionaryRemoved", "s_numbers[2]", true },
        { "DictionaryBesideRemoved", "s_numbers[2]", true },
        { "MadeDictionaryRemoved", "incomplete", false },
        { "PlainDictionaryRemoved", "", true },
        { "PrioritizedSwap", "incomplete", false },
        { "PrioritizedSwapped", "incomplete", false },
        { "Carried", "s_numbers[2]", false },
        { "RangePopped", "incomplete", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_ItemTakenOutOfASharedCollection_NamesTheRecordThatItWasPutInFor(string method, string expected, bool isExact)
        => Lineages.Check(Program, method, expected, isExact, "using System.Threading; using System.Threading.Tasks; using System.Collections.Concurrent;");
}
