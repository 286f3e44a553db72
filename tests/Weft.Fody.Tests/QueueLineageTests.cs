using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what is put into a queue or stack and taken out again follows from the record that it was put in for, in work lists that feed themselves, too; a change that
// was not followed ends that, and answers say so. Woven against the product's runtime, in Debug and Release.
public class QueueLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(List<T> list, int at) => (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());
        static readonly int[] s_numbers = [3, 1, 2];
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();
        static Queue<int> Queued() { var queue = new Queue<int>(); foreach (int n in Numbers()) queue.Enqueue(n); return queue; }
        static Stack<int> Stacked() { var stack = new Stack<int>(); foreach (int n in Numbers()) stack.Push(n); return stack; }

        public static object Drained() { var list = new List<string>(); var q = Queued(); while (q.Count > 0) { int x = q.Dequeue(); list.Add("n" + x); } return Answer(list, 1); }
        public static object Tried() { var list = new List<int>(); var q = Queued(); while (q.TryDequeue(out int x)) list.Add(x + 1); return Answer(list, 1); }
        public static object InLine() { var list = new List<int>(); var q = Queued(); q.Dequeue(); list.Add(q.Dequeue()); return Answer(list, 0); }
        public static object Peeked() { var list = new List<int>(); var q = Queued(); q.Dequeue(); list.Add(q.Peek()); if (q.TryPeek(out int x)) list.Add(x); return Answer(list, 1); }
        public static object Query() { var q = Queued(); q.Enqueue(9); List<int> list = q.Where(n => n != 3).ToList(); return Answer(list, 0); }
        public static object QueryOfRoot() { var q = Queued(); q.Enqueue(9); List<int> list = q.Where(n => n != 3).ToList(); return Answer(list, 1); }
        public static object Made() { var list = new List<int>(); var q = new Queue<int>(s_numbers.Where(n => n > 1)); q.Enqueue(7); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        public static object Search() {
            var list = new List<string>(); var q = new Queue<string>();
            foreach (int n in Numbers()) q.Enqueue("" + n);
            while (q.Count > 0) { string node = q.Dequeue(); list.Add(node); if (node.Length < 3) foreach (char c in new[] { 'a', 'b' }) q.Enqueue(node + c); }
            return Answer(list, list.IndexOf("2ba"));
        }
        public static object Retried() { var list = new List<string>(); var q = new Queue<(int, int)>(); foreach (int n in Numbers()) q.Enqueue((n, 0)); while (q.Count > 0) { var (n, tries) = q.Dequeue(); if (tries < 2) q.Enqueue((n, tries + 1)); else list.Add($"{n} {tries}"); } return Answer(list, 1); }
        public static object Swapped() { var list = new List<int>(); Queue<int> a = Queued(), b = new(); for (int i = 0; i < 3; i++) { while (a.TryDequeue(out int x)) b.Enqueue(x + 1); (a, b) = (b, a); } while (a.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        public static object Popped() { var list = new List<int>(); var s = Stacked(); while (s.Count > 0) list.Add(s.Pop()); return Answer(list, 0); }
        public static object TriedStack() { var list = new List<int>(); var s = Stacked(); while (s.TryPop(out int x)) list.Add(x); return Answer(list, 1); }
        public static object StackQuery() { List<int> list = Stacked().Select(n => n * 2).ToList(); return Answer(list, 0); }
        public static object StackPeeked() { var list = new List<int>(); var s = Stacked(); list.Add(s.Peek()); return Answer(list, 0); }
        public static object MadeStack() { var list = new List<int>(); var s = new Stack<int>(s_numbers.Where(n => n > 1)); while (s.TryPop(out int x)) list.Add(x); return Answer(list, 0); }
        sealed class Work { readonly Queue<int> _queue = new(); public List<int> Done { get; } = []; public void Fill() { foreach (int n in Numbers()) _queue.Enqueue(n); } public void Run() { while (_queue.Count > 0) { var x = _queue.Dequeue(); Done.Add(x * x); } } }
        public static object InFields() { var w = new Work(); w.Fill(); w.Run(); return Answer(w.Done, 1); }
        public static object Emptied() { var list = new List<int>(); var q = Queued(); q.Clear(); foreach (int n in Numbers()) q.Enqueue(n * 3); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        static async Task<List<int>> Waited() { var list = new List<int>(); var q = Queued(); while (q.Count > 0) { int x = q.Dequeue(); await Task.Yield(); list.Add(x); } return list; }
        public static object Async() => Answer(Waited().Result, 1);
        static IEnumerable<int> Iterated(List<int> list) { var q = Queued(); while (q.Count > 0) { int x = q.Dequeue(); yield return 0; list.Add(x); } }
        public static object Iterator() { var list = new List<int>(); foreach (int _ in Iterated(list)) { } return Answer(list, 1); }
        public static object Joined() { var list = new List<string>(); var q = Queued(); foreach (int n in Numbers()) list.Add($"{n}{q.Dequeue()}"); return Answer(list, 1); }

        [Weft.NotWoven] static void Unseen(Queue<int> q) => q.Enqueue(8);
        public static object ChangedUnseen() { var list = new List<int>(); var q = Queued(); Unseen(q); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        [Weft.NotWoven] static void Rotate(Queue<int> q) => q.Enqueue(q.Dequeue());
        public static object RotatedUnseen() { var list = new List<int>(); var q = Queued(); Rotate(q); while (q.TryDequeue(out int x)) list.Add(x); return Answer(list, 1); }
        public static object Window() { var list = new List<int>(); var q = new Queue<int>(); foreach (int n in Numbers()) { q.Enqueue(n); list.Add(q.Sum()); } return Answer(list, 1); }
        public static object Carried() { var list = new List<int>(); var q = Queued(); int p = 0; while (q.TryDequeue(out int x)) { list.Add(p); p = x; } return Answer(list, 1); }
        """;

    public static TheoryData<string, string, bool> Answers => new()
    {
        { "Drained", "list[1]\n└─ Enqueue  (Dequeue, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "Tried", "s_numbers[2]", true },
        { "InLine", "s_numbers[2]", true },
        { "Peeked", "s_numbers[2]", true },
        { "Query", "s_numbers[2]", true },
        { "QueryOfRoot", "value of Enqueue", true },
        { "Made", "s_numbers[2]", true },
        { "Search", "list[12]\n└─ Enqueue  (Dequeue, Add)\n   └─ Enqueue  (Dequeue)\n      └─ Enqueue  (Dequeue)\n         └─ s_numbers[2]", true },
        { "Retried", "s_numbers[2]", true },
        { "Swapped", "s_numbers[2]", true },
        { "Popped", "s_numbers[2]", true },
        { "TriedStack", "s_numbers[0]", true },
        { "StackQuery", "s_numbers[2]", true },
        { "StackPeeked", "s_numbers[2]", true },
        { "MadeStack", "s_numbers[2]", true },
        { "InFields", "s_numbers[2]", true },
        { "Emptied", "s_numbers[2]", true },
        { "Async", "s_numbers[2]", true },
        { "Iterator", "s_numbers[2]", true },
        { "Joined", "s_numbers[2]", true },
        { "ChangedUnseen", "cut", false },
        { "RotatedUnseen", "cut", false },
        { "Window", "s_numbers[2]", false },
        { "Carried", "s_numbers[2]", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_ItemTakenOutOfAQueueOrStack_NamesTheRecordThatItWasPutInFor(string method, string expected, bool isExact)
        => Lineages.Check(Program, method, expected, isExact);
}
