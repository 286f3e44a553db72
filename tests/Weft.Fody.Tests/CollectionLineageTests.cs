using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what collections do with their own records is followed or said to be incomplete, woven against the product's runtime, in Debug and
// Release; the values are those of the unwoven program.
public class CollectionLineageTests
{
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2, 3];
        static (string, string) Answer<T>(ICollection<T> list) => (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());

        public static object AsSpan()
        {
            var kept = s_numbers.Select(n => n).ToList();
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kept).Reverse();
            return Answer(kept.Select(n => n).ToList());
        }

        public static object CutStack() => Answer(new System.Collections.ObjectModel.Collection<int>(s_numbers.Where(n => n > 1).ToList()).Select(n => n).ToList());
        public static object CutReceiver() => Answer(new SortedSet<int>(s_numbers.Where(n => n > 1)).GetViewBetween(0, 9).Select(n => n).ToList());
        public static object CutSpread() { List<int> kept = s_numbers.Where(n => n > 1).ToList(); int[] all = [.. kept, 7]; return Answer(all.Select(n => n).ToList()); }
        public static object CutListSpread() { List<int> kept = s_numbers.Where(n => n > 1).ToList(); List<int> all = [.. kept, 7]; return Answer(all.Select(n => n).ToList()); }
        public static object CutWideSpread() { IEnumerable<int> all = [.. s_numbers.Where(n => n > 1).ToHashSet(), 7]; return Answer(all.Select(n => n).ToList()); }
        public static object WhenAll() => Answer(Task.WhenAll(s_numbers.Select(async n => { await Task.Delay(n); return n; })).GetAwaiter().GetResult().Select(n => n).ToList());
        static async Task<(string, string)> Awaited() { int[] all = await Task.WhenAll(s_numbers.Select(async n => { await Task.Delay(n); return n; })); return ((string, string))Answer(all.Select(n => n).ToList()); }
        public static object AwaitedWhenAll() => Awaited().GetAwaiter().GetResult();
        public static object AddRange() { List<int> list = []; list.AddRange(s_numbers.Where(n => n > 1)); return Answer(list.Select(n => n).ToList()); }
        public static object Groups()
        {
            ILookup<bool, int> lookup = s_numbers.ToLookup(n => n > 2);
            return Answer(lookup[true].Select(n => n).ToList());
        }
        public static object Values() => Answer(s_numbers.ToDictionary(n => n, n => n + 1).Values.Select(n => n).ToList());

        // Nobody traced what these take.
        public static object PlainStack() { Stack<int> plain = new(s_numbers); return Answer(plain.Select(n => n).ToList()); }
        public static object PlainViews() { SortedSet<int> plain = new() { 3, 4 }; return Answer(plain.GetViewBetween(0, 9).Select(n => n).ToList()); }
        public static object PlainLiterals() { IEnumerable<int> plain = [3, 4]; return Answer(plain.Select(n => n).ToList()); }
        public static object ListToArray() { List<int> kept = s_numbers.Where(n => n > 1).ToList(); return Answer(kept.ToArray().Select(n => n).ToList()); }
        static async Task<(string, string)> Each()
        {
            List<int> all = [];
            await foreach (Task<int> task in Task.WhenEach(s_numbers.Select(async n => { await Task.Delay(n); return n; }).ToList())) all.Add(await task);
            return ((string, string))Answer(all.OrderBy(n => n).ToList()); // whichever ends first
        }
        public static object WhenEach() => Each().GetAwaiter().GetResult();
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "AsSpan", "incomplete:" },
        { "CutStack", "result of new Collection C.cs:14" },
        { "CutReceiver", "result of GetViewBetween C.cs:15" },
        { "CutSpread", "result of [..] C.cs:16" },
        { "CutListSpread", "result of [..] C.cs:17" },
        { "CutWideSpread", "result of [..] C.cs:18" },
        { "WhenAll", "└─ s_numbers[4]  (Select C.cs:19, WhenAll C.cs:19, Select C.cs:19, ToList C.cs:19)" },
        { "AwaitedWhenAll", "└─ s_numbers[4]  (Select C.cs:20, WhenAll C.cs:20, Select C.cs:20, ToList C.cs:20)" },
        { "AddRange", "└─ s_numbers[4]  (Where C.cs:22, AddRange C.cs:22, Select C.cs:22, ToList C.cs:22)" },
        { "Groups", "└─ s_numbers[4]  (" },
        { "Values", "└─ s_numbers[4]  (" },
        { "PlainStack", "[4]  (Select C.cs:31" },
        { "PlainViews", "[1]  (Select C.cs:32, ToList C.cs:32)" },
        { "ListToArray", "└─ s_numbers[4]  (Where C.cs:34, ToList C.cs:34, ToArray C.cs:34, Select C.cs:34, ToList C.cs:34)" },
        { "WhenEach", "└─ s_numbers[0]  (Select C.cs:38, ToList C.cs:38, WhenEach C.cs:38, Add C.cs:38, OrderBy C.cs:39, ToList C.cs:39)" },
        { "PlainLiterals", "[1]  (Select C.cs:33" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RecordThatACollectionGave_SaysWhereFrom(string method, string expected)
    {
        foreach (OptimizationLevel optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            CompiledAssembly unwoven = Construct.CompileMembers(Program, optimization, runtime: TestRuntime.Real);
            var (values, _) = ((string, string))new LoadedAssembly(unwoven, TestRuntime.Real).Run("C", method)!;

            WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real);
            var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Real);
            loaded.CompileEverything();
            var (wovenValues, answer) = ((string, string))loaded.Run("C", method)!;

            Assert.Equal(values, wovenValues);
            Assert.Contains(expected, answer, StringComparison.Ordinal);
            Assert.Equal(!method.StartsWith("Cut", StringComparison.Ordinal) && method != "AsSpan", !answer.Contains("incomplete:", StringComparison.Ordinal));
            Assert.Empty(StackCheck.Warnings(woven.Assembly, TestRuntime.Real));
        }
    }
}
