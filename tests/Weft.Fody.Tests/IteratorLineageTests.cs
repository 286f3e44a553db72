using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what an iterator method yields answers for itself, woven against the product's runtime, in Debug and Release: with the records that the
// iterator was at; and where what it yields may follow from others, the answer says that it is incomplete.
public class IteratorLineageTests
{
    // Each has a list of what it made and the answer for its last item.
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2, 3];
        static readonly string[] s_letters = ["a", "b", "c"];
        static (string, string) Answer<T>(IEnumerable<T> records)
        {
            List<T> list = records.ToList();
            return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());
        }
        static IEnumerable<T> Every<T>(IEnumerable<T> items, Func<T, bool> isWanted)
        {
            foreach (T item in items)
            {
                if (isWanted(item)) yield return item;
            }
        }
        public static object Flow() => Answer(Every(s_numbers.Where(n => n > 1), n => n < 5));
        public static object Untraced() => Answer(Every(s_numbers, n => n < 3));
        public static object Nested() => Answer(Every(Every(s_numbers.Select(n => n + 1), n => n > 2), n => n < 5));
        static IEnumerable<int> OfArray(int[] array) { foreach (int n in array) if (n != 3) yield return n * 2; }
        public static object Array() => Answer(OfArray(s_numbers.Reverse().ToArray()));
        public static object UntracedArray() => Answer(OfArray(s_numbers));
        static IEnumerable<int> OfList(List<int> list) { foreach (int n in list) { try { yield return n; } finally { s_letters.ToString(); } } }
        public static object List() => Answer(OfList(s_numbers.Reverse().ToList()));
        public static object UntracedList() => Answer(OfList(new List<int>(4) { 8, 9 }));
        static IEnumerable<string> Pairs(IEnumerable<int> numbers, string[] letters)
        {
            foreach (int n in numbers)
            {
                foreach (string letter in letters) yield return letter + n;
            }
        }
        public static object Pair() => Answer(Pairs(s_numbers.Take(2), s_letters));
        static IEnumerable<string> Three(IEnumerable<int> numbers)
        {
            foreach (int n in numbers)
            {
                foreach (string letter in s_letters.Skip(2))
                {
                    foreach (int m in numbers) yield return letter + n + m;
                }
            }
        }
        public static object Triple() => Answer(Three(s_numbers.Take(2)));
        static IEnumerable<int> Counting() { int i = 0; while (i < 3) yield return i++; }
        public static object Root() => Answer(Counting());
        static IEnumerable<string> Framed(IEnumerable<int> numbers, string head) { yield return head; foreach (int n in numbers) yield return "" + n; yield return "end"; }
        public static object Frame() => Answer(Framed(s_numbers.Where(n => n > 3), "begin"));
        static IEnumerable<int> ByHand(IEnumerable<int> numbers)
        {
            using IEnumerator<int> e = numbers.GetEnumerator();
            while (e.MoveNext()) { if (e.Current > 2) yield return e.Current; }
        }
        public static object Hand() => Answer(ByHand(s_numbers.Skip(2)));
        static IEnumerable<string> Zipped(IEnumerable<int> numbers, IEnumerable<string> letters)
        {
            using IEnumerator<int> a = numbers.GetEnumerator();
            using IEnumerator<string> b = letters.GetEnumerator();
            while (a.MoveNext() && b.MoveNext()) yield return b.Current + a.Current;
        }
        public static object Zip() => Answer(Zipped(s_numbers.Where(n => n != 1), s_letters));
        static IEnumerable<(int, int)> Pairwise(IEnumerable<int> numbers)
        {
            bool any = false; int before = 0;
            foreach (int n in numbers) { if (any) yield return (before, n); any = true; before = n; }
        }
        public static object Previous() => Answer(Pairwise(s_numbers.Take(3)));
        static IEnumerable<List<T>> Batches<T>(IEnumerable<T> items, int size)
        {
            var batch = new List<T>();
            foreach (T item in items)
            {
                batch.Add(item);
                if (batch.Count < size) continue;
                yield return batch;
                batch = new List<T>();
            }
        }
        public static object Batch() => Answer(Batches(s_numbers.Where(n => n != 4), 2).Select(b => b.Sum()));
        static IEnumerable<int> Buffered(IEnumerable<int> numbers)
        {
            var queue = new Queue<int>();
            foreach (int n in numbers) queue.Enqueue(n);
            while (queue.Count > 0) yield return queue.Dequeue();
        }
        public static object Buffer() => Answer(Buffered(s_numbers.Take(3)));
        static IEnumerable<int> Sorted(IEnumerable<int> numbers)
        {
            var list = new List<int>();
            foreach (int n in numbers) list.Add(n);
            list.Sort();
            foreach (int n in list) yield return n;
        }
        public static object Sort() => Answer(Sorted(s_numbers.Take(3)));
        static IEnumerable<int> Unique(IEnumerable<int> numbers)
        {
            var seen = new HashSet<int>();
            foreach (int n in numbers) if (seen.Add(n)) yield return n;
        }
        public static object Distinct() => Answer(Unique(s_numbers.Concat(s_numbers)));
        static IEnumerable<int> Sums(IEnumerable<int[]> groups)
        {
            foreach (int[] group in groups) { int sum = 0; foreach (int n in group) sum += n; yield return sum; }
        }
        public static object Sum() => Answer(Sums(s_numbers.Chunk(2)));
        static IEnumerable<int> Running(IEnumerable<int> numbers) { int sum = 0; foreach (int n in numbers) yield return sum += n; }
        public static object Total() => Answer(Running(s_numbers.Where(n => n > 2)));
        static IEnumerable<int> Indexed(List<int> numbers) { for (int i = 0; i < numbers.Count; i++) yield return numbers[i]; }
        public static object Index() => Answer(Indexed(s_numbers.ToList()));
        static IEnumerable<int> Descend(int n) { if (n > 0) foreach (int m in Descend(n - 1)) yield return m; yield return n; }
        public static object Recursion() => Answer(Descend(2).Take(2));
        public static object Local()
        {
            int least = 2;
            return Answer(Above(s_numbers));
            IEnumerable<int> Above(IEnumerable<int> numbers) { foreach (int n in numbers) if (n > least) yield return n; }
        }
        struct Twice(int[] numbers) : IEnumerable<int>
        {
            public IEnumerator<int> GetEnumerator() { foreach (int n in numbers) { yield return n; yield return -n; } }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        public static object Enumerator() => Answer(new Twice(s_numbers.Where(n => n < 3).ToArray()).Select(n => n));
        record Shop(List<string> Names) { public IEnumerable<string> Loud { get { foreach (string name in Names) yield return name.ToUpperInvariant(); } } }
        public static object Property() => Answer(new Shop(s_letters.Where(l => l != "c").ToList()).Loud);
        public static object ForEach()
        {
            var list = new List<int>();
            foreach (int n in Every(s_numbers, n => n > 3)) list.Add(n);
            return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());
        }
        public static object Twofold()
        {
            IEnumerable<int> flow = Every(s_numbers.Where(n => n > 1), n => n < 5);
            int before = flow.Count();
            return Answer(flow.Select(n => n + before));
        }
        static async IAsyncEnumerable<int> Streamed(IEnumerable<int> numbers, List<int> list)
        {
            await System.Threading.Tasks.Task.Yield();
            foreach (int n in numbers)
            {
                await System.Threading.Tasks.Task.Yield();
                if (n == 1) continue;
                try { yield return n; } finally { await System.Threading.Tasks.Task.Yield(); }
                foreach (int m in list) yield return n * m;
            }
        }
        public static object Stream()
        {
            List<int> list = Streamed(s_numbers.Take(3), s_numbers.Where(n => n == 2).ToList()).Select(n => n + 1).ToListAsync().AsTask().Result;
            return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why() + "\n" + Weft.Lineage.Of(list, list.Count - 2, "list").Why());
        }
        static async IAsyncEnumerable<int> Filtered(IAsyncEnumerable<int> numbers) { await foreach (int n in numbers) if (n > 2) yield return n; }
        public static object AwaitForEach() { List<int> list = Filtered(s_numbers.Take(3).ToAsyncEnumerable()).ToListAsync().AsTask().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        static async IAsyncEnumerable<int> Making() { for (int i = 0; i < 3; i++) { await System.Threading.Tasks.Task.Yield(); yield return i; } }
        public static object AsyncRoot() { List<int> list = Making().ToListAsync().AsTask().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        static IEnumerable<KeyValuePair<int, string>> OfDictionary(Dictionary<int, string> d) { foreach (var pair in d) yield return pair; }
        public static object Dictionary() => Answer(OfDictionary(s_numbers.ToDictionary(n => n, n => "" + n)));
        static string Text(params int[] numbers) => string.Join("", numbers);
        static IEnumerable<string> InArray(IEnumerable<int> numbers) { int before = 0; foreach (int n in numbers) { if (before > 0) yield return Text(before, n); before = n; } }
        public static object ArrayOfArguments() => Answer(InArray(s_numbers.Take(3)));
        static string Texts(params ReadOnlySpan<int> numbers) => string.Join("", numbers.ToArray());
        static IEnumerable<string> InSpan(IEnumerable<int> numbers) { int before = 0; foreach (int n in numbers) { if (before > 0) yield return Texts(before, n); before = n; } }
        public static object SpanOfArguments() => Answer(InSpan(s_numbers.Take(3)));
        class Two { public int A { get; set; } public int B; public override string ToString() => "" + A + B; }
        static IEnumerable<Two> Initialized(IEnumerable<int> numbers) { int before = 0; foreach (int n in numbers) { if (before > 0) yield return new Two { A = before, B = n }; before = n; } }
        public static object Initializer() => Answer(Initialized(s_numbers.Take(3)));
        static IEnumerable<string> WithOther(IEnumerable<int> numbers, IEnumerable<string> letters)
        {
            using IEnumerator<string> e = letters.GetEnumerator();
            foreach (int n in numbers) { if (!e.MoveNext()) yield break; yield return Text(n, e.Current.Length); }
        }
        public static object ArgumentByHand() => Answer(WithOther(s_numbers.Take(3), s_letters));
        static IEnumerable<string> OfOne(IEnumerable<int> numbers) { foreach (int n in numbers) yield return Text(n, n + 1) + Texts(n, n + 2) + new Two { A = n, B = n }; }
        public static object ArgumentsOfOne() => Answer(OfOne(s_numbers.Take(3)));
        static async IAsyncEnumerable<int> Configured(IAsyncEnumerable<int> numbers, [System.Runtime.CompilerServices.EnumeratorCancellation] System.Threading.CancellationToken token = default) { await foreach (int n in numbers.WithCancellation(token).ConfigureAwait(false)) { await System.Threading.Tasks.Task.Yield(); yield return n; yield return -n; } }
        public static object AwaitForEachConfigured() { List<int> list = Configured(s_numbers.Take(3).ToAsyncEnumerable()).ToListAsync().AsTask().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        public static object AwaitForEachOfIterators() { List<int> list = Filtered(Configured(Making().Select(n => n + 3))).ToListAsync().AsTask().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        static async IAsyncEnumerable<int> Pairs(IAsyncEnumerable<int> outer, IAsyncEnumerable<int> inner) { await foreach (int n in outer) await foreach (int m in inner) yield return n * m; }
        public static object AwaitForEachNested() { List<int> list = Pairs(s_numbers.Take(2).ToAsyncEnumerable(), s_numbers.Skip(1).ToAsyncEnumerable()).ToListAsync().AsTask().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        static async IAsyncEnumerable<int> Sums(IAsyncEnumerable<int> numbers) { int last = 0; await foreach (int n in numbers) { yield return last + n; last = n; } }
        public static object AwaitForEachKept() { List<int> list = Sums(s_numbers.Take(3).ToAsyncEnumerable()).ToListAsync().AsTask().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        public static object AwaitForEachTwice() { IAsyncEnumerable<int> query = Filtered(s_numbers.Take(3).ToAsyncEnumerable()); query.ToListAsync().AsTask().Wait(); List<int> list = query.ToListAsync().AsTask().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        static async System.Threading.Tasks.Task<List<string>> Added() { var list = new List<string>(); await foreach (int n in Filtered(s_numbers.ToAsyncEnumerable())) { await System.Threading.Tasks.Task.Yield(); list.Add("n" + n); } return list; }
        public static object AwaitForEachAdds() { List<string> list = Added().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        static async System.Threading.Tasks.Task<List<string>> AddedConfigured() { var list = new List<string>(); await foreach (int n in Filtered(s_numbers.ToAsyncEnumerable()).ConfigureAwait(false)) { list.Add("n" + n); await System.Threading.Tasks.Task.Yield(); } return list; }
        public static object AwaitForEachConfiguredAdds() { List<string> list = AddedConfigured().Result; return (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString()); }
        static async IAsyncEnumerable<string> Read(string path) { await foreach (string line in System.IO.File.ReadLinesAsync(path)) yield return line; }
        static async System.Threading.Tasks.Task<List<string>> AddedLines() { string path = System.IO.Path.Combine(System.IO.Directory.CreateTempSubdirectory().FullName, "lines.txt"); System.IO.File.WriteAllText(path, "a\nb\nc\n"); var list = new List<string>(); await foreach (string line in Read(path)) list.Add(line); return list; }
        public static object AwaitForEachLines() { List<string> list = AddedLines().Result.Where(line => line == "b").ToList(); return (string.Join(",", list), Weft.Lineage.Of(list, 0, "list").Why().ToString()); }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "Flow", "list[2]\n└─ s_numbers[4]  (Where C.cs:18, yield C.cs:15, ToList C.cs:8)\n" },
        { "Untraced", "list[1]\n└─ items[3]  (yield C.cs:15, ToList C.cs:8)\n" },
        { "Nested", "list[1]\n└─ s_numbers[4]  (Select C.cs:20, yield C.cs:15, ToList C.cs:8)\n" },
        { "Array", "list[3]\n└─ s_numbers[0]  (Reverse C.cs:22, ToArray C.cs:22, yield C.cs:21, ToList C.cs:8)\n" },
        { "UntracedArray", "list[3]\n└─ array[3]  (yield C.cs:21, ToList C.cs:8)\n" },
        { "List", "list[4]\n└─ s_numbers[0]  (Reverse C.cs:25, ToList C.cs:25, yield C.cs:24, ToList C.cs:8)\n" },
        { "UntracedList", "list[1]\n└─ list[1]  (yield C.cs:24, ToList C.cs:8)\n" },
        { "Pair", "list[5]\n└─ yield C.cs:31  (ToList C.cs:8)\n   ├─ s_numbers[1]  (Take C.cs:34)\n   └─ letters[2]\n" },
        { "Triple", "list[3]\n└─ yield C.cs:41  3 parents  (ToList C.cs:8)\n   ├─ s_numbers[1]  (Take C.cs:45, Skip C.cs:39, yield C.cs:41)\n   ├─ s_letters[2]  (Take C.cs:45, Skip C.cs:39, yield C.cs:41)\n   └─ s_numbers[1]  (Take C.cs:45, Skip C.cs:39, yield C.cs:41)\n" },
        { "Root", "list[2]\n└─ value of yield C.cs:46  (ToList C.cs:8)\n" },
        { "Frame", "list[3]\n└─ value of yield C.cs:48  (Where C.cs:49, yield C.cs:48, ToList C.cs:8)\n" },
        { "Hand", "list[1]\n└─ s_numbers[4]  (Skip C.cs:55, yield C.cs:53, ToList C.cs:8)\n" },
        { "Zip", "list[2]\n└─ yield C.cs:60  (ToList C.cs:8)\n   ├─ s_numbers[3]  (Where C.cs:62)\n   └─ letters[2]\n" },
        { "Previous", "list[1]\n└─ yield C.cs:66  (ToList C.cs:8)\n   ├─ s_numbers[2]  (Take C.cs:68)\n   └─ records kept at yield C.cs:66\nincomplete:\n  kept at yield C.cs:66: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "Batch", "list[1]\n└─ yield C.cs:76  (Select C.cs:80, ToList C.cs:8)\n   ├─ s_numbers[3]  (Where C.cs:80, Add C.cs:74)\n   └─ s_numbers[4]  (Where C.cs:80, Add C.cs:74)\n" },
        { "Buffer", "list[2]\n└─ records kept at yield C.cs:85  (yield C.cs:85, ToList C.cs:8)\nincomplete:\n  kept at yield C.cs:85: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "Sort", "list[2]\n└─ s_numbers[0]  (Take C.cs:95, Add C.cs:91, Sort C.cs:92, yield C.cs:93, ToList C.cs:8)\n" },
        { "Distinct", "list[4]\n└─ s_numbers[4]  (Concat C.cs:101, yield C.cs:99, ToList C.cs:8)\n" },
        { "Sum", "list[2]\n└─ Chunk C.cs:106  (yield C.cs:104, ToList C.cs:8)\n   └─ s_numbers[4]\n" },
        { "Total", "list[2]\n└─ yield C.cs:107  (ToList C.cs:8)\n   ├─ s_numbers[4]  (Where C.cs:108)\n   └─ records kept at yield C.cs:107\nincomplete:\n  kept at yield C.cs:107: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "Index", "list[4]\n└─ records kept at yield C.cs:109  (yield C.cs:109, ToList C.cs:8)\nincomplete:\n  kept at yield C.cs:109: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "Recursion", "list[1]\n└─ value of yield C.cs:111  (yield C.cs:111, Take C.cs:112, ToList C.cs:8)\n" },
        { "Local", "list[2]\n└─ numbers[4]  (yield C.cs:117, ToList C.cs:8)\n" },
        { "Enumerator", "list[3]\n└─ s_numbers[3]  (Where C.cs:124, ToArray C.cs:124, yield C.cs:121, yield C.cs:121, Select C.cs:124, ToList C.cs:8)\n" },
        { "Property", "list[1]\n└─ s_letters[1]  (Where C.cs:126, ToList C.cs:126, yield C.cs:125, ToList C.cs:8)\n" },
        { "ForEach", "list[1]\n└─ items[2]  (yield C.cs:15, Add C.cs:130)\n" },
        { "Twofold", "list[2]\n└─ s_numbers[4]  (Where C.cs:135, yield C.cs:15, Select C.cs:137, ToList C.cs:8)\n" },
        { "Stream", "list[3]\n└─ yield C.cs:147  (Take C.cs:152, yield C.cs:146, Select C.cs:152, ToListAsync C.cs:152)\n   ├─ s_numbers[2]  (Take C.cs:152)\n   └─ s_numbers[3]  (Where C.cs:152, ToList C.cs:152)\n\nlist[2]\n└─ s_numbers[2]  (Take C.cs:152, yield C.cs:146, Select C.cs:152, ToListAsync C.cs:152)\n" },
        { "AwaitForEach", "list[1]\n└─ s_numbers[2]  (Take C.cs:156, yield C.cs:155, ToListAsync C.cs:156)\n" },
        { "AwaitForEachConfigured", "list[5]\n└─ s_numbers[2]  (Take C.cs:179, yield C.cs:178, yield C.cs:178, ToListAsync C.cs:179)\n" },
        { "AwaitForEachOfIterators", "list[2]\n└─ value of yield C.cs:157  (yield C.cs:178, Select C.cs:180, yield C.cs:178, yield C.cs:155, ToListAsync C.cs:180)\n" },
        { "AwaitForEachNested", "list[7]\n└─ yield C.cs:181  (ToListAsync C.cs:182)\n   ├─ s_numbers[1]  (Take C.cs:182)\n   └─ s_numbers[4]  (Skip C.cs:182)\n" },
        { "AwaitForEachKept", "list[2]\n└─ yield C.cs:183  (ToListAsync C.cs:184)\n   ├─ s_numbers[2]  (Take C.cs:184)\n   └─ records kept at yield C.cs:183\nincomplete:\n  kept at yield C.cs:183: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "AwaitForEachTwice", "list[1]\n└─ s_numbers[2]  (Take C.cs:185, yield C.cs:155, ToListAsync C.cs:185)\n" },
        { "AwaitForEachAdds", "list[2]\n└─ s_numbers[4]  (yield C.cs:155, Add C.cs:186)\n" },
        { "AwaitForEachConfiguredAdds", "list[2]\n└─ s_numbers[4]  (yield C.cs:155, Add C.cs:188)\n" },
        { "AwaitForEachLines", "list[0]\n└─ lines.txt:2  (yield C.cs:190, Add C.cs:191, Where C.cs:192, ToList C.cs:192)\n" },
        { "AsyncRoot", "list[2]\n└─ value of yield C.cs:157  (ToListAsync C.cs:158)\n" },
        { "Dictionary", "list[4]\n└─ records kept at yield C.cs:159  (yield C.cs:159, ToList C.cs:8)\nincomplete:\n  kept at yield C.cs:159: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "ArrayOfArguments", "list[1]\n└─ yield C.cs:162  (ToList C.cs:8)\n   ├─ s_numbers[2]  (Take C.cs:163)\n   └─ records kept at yield C.cs:162\nincomplete:\n  kept at yield C.cs:162: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "SpanOfArguments", "list[1]\n└─ yield C.cs:165  (ToList C.cs:8)\n   ├─ s_numbers[2]  (Take C.cs:166)\n   └─ records kept at yield C.cs:165\nincomplete:\n  kept at yield C.cs:165: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "Initializer", "list[1]\n└─ yield C.cs:168  (ToList C.cs:8)\n   ├─ s_numbers[2]  (Take C.cs:169)\n   └─ records kept at yield C.cs:168\nincomplete:\n  kept at yield C.cs:168: the record may be made of others than the one that the code there is at, of earlier passes or of other loops, which are not named\n" },
        { "ArgumentByHand", "list[2]\n└─ yield C.cs:173  (ToList C.cs:8)\n   ├─ s_numbers[2]  (Take C.cs:175)\n   └─ letters[2]\n" },
        { "ArgumentsOfOne", "list[2]\n└─ s_numbers[2]  (Take C.cs:177, yield C.cs:176, ToList C.cs:8)\n" },
    };

    private static readonly (OptimizationLevel Optimization, LoadedAssembly Unwoven, LoadedAssembly Woven)[] _loaded = [Load(OptimizationLevel.Debug), Load(OptimizationLevel.Release)];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RecordOfAnIterator_NamesTheRecordsThatItRead(string method, string expected)
    {
        foreach ((OptimizationLevel optimization, LoadedAssembly unwoven, LoadedAssembly woven) in _loaded)
        {
            var (values, _) = ((string, string))unwoven.Run("C", method)!;
            var (wovenValues, answer) = ((string, string))woven.Run("C", method)!;

            Assert.Equal(values, wovenValues);
            Assert.Equal(expected, answer);
        }
    }

    [Fact]
    public void Weave_Iterators_GivesCodeThatTheJitAndADecompilerAccept()
    {
        foreach ((OptimizationLevel optimization, _, LoadedAssembly woven) in _loaded)
        {
            Assert.True(woven.CompileEverything() > 0);
            Assert.Empty(StackCheck.Warnings(TestWeaver.Weave(Compile(optimization), TestRuntime.Real).Assembly, TestRuntime.Real));
        }
    }

    private static CompiledAssembly Compile(OptimizationLevel optimization) => Construct.CompileMembers(Program, optimization, runtime: TestRuntime.Real);

    private static (OptimizationLevel, LoadedAssembly, LoadedAssembly) Load(OptimizationLevel optimization)
    {
        CompiledAssembly unwoven = Compile(optimization);
        WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real);
        Assert.Empty(woven.Warnings);
        return (optimization, new LoadedAssembly(unwoven, TestRuntime.Real), new LoadedAssembly(woven.Assembly, TestRuntime.Real));
    }
}
