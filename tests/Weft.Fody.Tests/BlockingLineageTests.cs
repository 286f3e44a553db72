using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what is taken out of a blocking collection follows from the record that it was added for, through every way to add and to take, with several threads; what was
// added in a way that is not followed is incomplete. Woven against the product's runtime, in Debug and Release.
public class BlockingLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(List<T> list, int at) => (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());
        static readonly int[] s_numbers = [3, 1, 2];
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();
        static BlockingCollection<int> Filled() { var c = new BlockingCollection<int>(); foreach (int n in Numbers()) c.Add(n); c.CompleteAdding(); return c; }

        public static object Consumed() { var list = new List<string>(); foreach (int x in Filled().GetConsumingEnumerable()) list.Add("n" + x); return Answer(list, 1); }
        public static object Query() { List<int> list = Filled().GetConsumingEnumerable(CancellationToken.None).Select(n => n + 1).ToList(); return Answer(list, 1); }
        public static object Taken() { var list = new List<int>(); var c = Filled(); while (!c.IsCompleted) { int x = c.Take(); list.Add(x); } return Answer(list, 1); }
        public static object Tried() { var list = new List<int>(); var c = Filled(); while (c.TryTake(out int x, 100)) list.Add(x * x); return Answer(list, 1); }
        public static object WithTokens() { var c = new BlockingCollection<int>(3); foreach (int n in Numbers()) c.TryAdd(n, 100, CancellationToken.None); var list = new List<int>(); c.Take(CancellationToken.None); list.Add(c.Take(CancellationToken.None)); return Answer(list, 0); }
        public static object Threads()
        {
            var first = new BlockingCollection<int>(1); var second = new BlockingCollection<string>(1);
            var writer = new Thread(() => { foreach (int n in Numbers()) first.Add(n); first.CompleteAdding(); });
            var workers = new List<Thread>();
            for (int i = 0; i < 2; i++) workers.Add(new Thread(() => { foreach (int n in first.GetConsumingEnumerable()) second.Add(n + "!"); }));
            writer.Start(); workers.ForEach(w => w.Start());
            var ending = new Thread(() => { foreach (Thread w in workers) w.Join(); second.CompleteAdding(); });
            ending.Start();
            var list = new List<string>();
            while (second.TryTake(out string? s, Timeout.Infinite)) list.Add(s);
            ending.Join();
            return Answer(list.Order().ToList(), 1);
        }
        public static object Root() { var c = new BlockingCollection<int>(); c.Add(7); var list = new List<int>(); list.Add(c.Take()); return Answer(list, 0); }

        static BlockingCollection<int>[] Two() => new[] { new BlockingCollection<int>(1), new BlockingCollection<int>() };
        public static object ToAny() { var two = Two(); foreach (int n in Numbers()) BlockingCollection<int>.AddToAny(two, n); var list = new List<int>(); BlockingCollection<int>.TakeFromAny(two, out int x); list.Add(x); BlockingCollection<int>.TakeFromAny(two, out int y, CancellationToken.None); list.Add(y * 2); return Answer(list, 1); }
        public static object TriesAny() { var two = Two(); foreach (int n in Numbers()) BlockingCollection<int>.TryAddToAny(two, n, 100); var list = new List<int>(); while (BlockingCollection<int>.TryTakeFromAny(two, out int x, 10) >= 0) list.Add(x); return Answer(list, 1); }
        public static object TakesFromAny() { var list = new List<int>(); BlockingCollection<int>.TryTakeFromAny(new[] { Filled() }, out int x); list.Add(x); return Answer(list, 0); }

        [Weft.NotWoven] static void Unseen(BlockingCollection<int> c) => c.Add(9);
        public static object AddedUnseen() { var c = new BlockingCollection<int>(); Unseen(c); var list = new List<int>(); list.Add(c.Take()); return Answer(list, 0); }
        public static object Total() { var list = new List<int>(); int total = 0; foreach (int x in Filled().GetConsumingEnumerable()) { total += x; list.Add(total); } return Answer(list, 1); }
        """;

    public static TheoryData<string, string, bool> Answers => new()
    {
        { "Consumed", "list[1]\n└─ Add  (GetConsumingEnumerable, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "Query", "s_numbers[2]", true },
        { "Taken", "list[1]\n└─ Add  (Take, Add)\n   └─ s_numbers[2]  (Where, ToList)\n", true },
        { "Tried", "s_numbers[2]", true },
        { "WithTokens", "s_numbers[2]", true },
        { "Threads", "s_numbers[0]", true },
        { "Root", "value of Add", true },
        { "ToAny", "s_numbers[2]", true },
        { "TriesAny", "s_numbers[2]", true },
        { "TakesFromAny", "s_numbers[0]", true },
        { "AddedUnseen", "incomplete", false },
        { "Total", "s_numbers[2]", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_ItemTakenOutOfABlockingCollection_NamesTheRecordThatItWasAddedFor(string method, string expected, bool isExact)
        => Lineages.Check(Program, method, expected, isExact, "using System.Threading; using System.Collections.Concurrent;");
}
