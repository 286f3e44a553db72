using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: a list that loop bodies fill answers for its items, woven against the product's runtime: with the records that the loops were at, in
// Debug and Release, in plain methods and in state machines; and a loop that is not followed adds no parent of its own.
public class LoopLineageTests
{
    // Each has a list of what it made and the answer for its last item.
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2, 3];
        static readonly string[] s_letters = ["a", "b", "c"];
        static (string, string) Answer<T>(List<T> list) => (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());

        public static object Flow()
        {
            var list = new List<int>();
            foreach (int n in s_numbers.Where(n => n > 2)) list.Add(n * 10);
            return Answer(list);
        }
        public static object List()
        {
            List<int> kept = s_numbers.Where(n => n < 4).ToList();
            var list = new List<string>();
            foreach (int n in kept)
            {
                if (n == 3) list.Add("three");
            }
            return Answer(list);
        }
        public static object Nested()
        {
            var list = new List<string>();
            foreach (int n in s_numbers.OrderBy(n => n).Take(2))
            {
                foreach (string letter in s_letters.Where(l => l != "a")) list.Add(letter + n);
            }
            return Answer(list);
        }
        public static object OuterOnly()
        {
            var list = new List<string>();
            var plain = new List<string> { "x", "y" };
            foreach (int n in s_numbers.Select(n => n + 1))
            {
                foreach (string letter in plain) list.Add(letter + n);
            }
            return Answer(list);
        }
        public static object Three()
        {
            var list = new List<string>();
            foreach (int n in s_numbers.Where(n => n == 4))
            {
                foreach (int m in s_numbers.Where(n => n == 1))
                {
                    foreach (string letter in s_letters.Where(l => l == "c")) list.Add(letter + n + m);
                }
            }
            return Answer(list);
        }
        static async Task<List<int>> Awaited(List<int> numbers)
        {
            var list = new List<int>();
            foreach (int n in numbers)
            {
                await Task.Yield();
                list.Add(n);
                await Task.Yield();
            }
            return list;
        }
        public static object Async() => Answer(Awaited(s_numbers.Reverse().ToList()).GetAwaiter().GetResult());
        static IEnumerable<int> Filling(List<int> list)
        {
            foreach (int n in s_numbers.Where(n => n < 3)) { list.Add(n); yield return n; }
        }
        public static object Iterator()
        {
            var list = new List<int>();
            Filling(list).Count();
            return Answer(list);
        }
        public static object Further()
        {
            var list = new List<int>();
            foreach (int n in s_numbers.Where(n => n > 1)) list.Add(n);
            var last = new List<int>();
            foreach (int n in list.Where(n => n < 5)) { if (n != 3) last.Add(n); }
            return Answer(last);
        }
        public static object Lambda()
        {
            var list = new List<int>();
            foreach (int n in s_numbers.Where(n => n > 2)) { Action add = () => list.Add(n); add(); }
            return Answer(list);
        }
        public static object Array()
        {
            var list = new List<int>();
            foreach (int n in s_numbers) list.Add(n);
            return Answer(list);
        }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "Flow", "list[2]\n└─ s_numbers[4]  (Where C.cs:11, Add C.cs:11)\n" },
        { "List", "list[0]\n└─ s_numbers[4]  (Where C.cs:16, ToList C.cs:16, Add C.cs:20)\n" },
        { "Nested", "list[3]\n└─ Add C.cs:29\n   ├─ s_numbers[3]  (OrderBy C.cs:27, Take C.cs:27)\n   └─ s_letters[2]  (Where C.cs:29)\n" },
        { "OuterOnly", "list[9]\n└─ s_numbers[4]  (Select C.cs:37, Add C.cs:39)\n" },
        { "Three", "list[0]\n└─ Add C.cs:50\n   ├─ s_numbers[2]  (Where C.cs:46)\n   └─ Add C.cs:50\n      ├─ s_numbers[1]  (Where C.cs:48)\n      └─ s_letters[2]  (Where C.cs:50)\n" },
        { "Async", "list[4]\n└─ s_numbers[0]  (Reverse C.cs:66, ToList C.cs:66, Add C.cs:61)\n" },
        { "Iterator", "list[1]\n└─ s_numbers[3]  (Where C.cs:69, Add C.cs:69)\n" },
        { "Further", "list[1]\n└─ s_numbers[3]  (Where C.cs:80, Add C.cs:80, Where C.cs:82, Add C.cs:82)\n" },
        { "Lambda", "list[2]\n└─ s_numbers[4]  (Where C.cs:88, Add C.cs:88)\n" },
        { "Array", "list[4]\nincomplete:\n  lineage of list[4] is not recorded: no woven operator made this collection\n" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_ItemAddedInALoop_NamesTheRecordsOfTheLoop(string method, string expected)
    {
        foreach (OptimizationLevel optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            CompiledAssembly unwoven = Construct.CompileMembers(Program, optimization, runtime: TestRuntime.Real);
            var (values, _) = ((string, string))new LoadedAssembly(unwoven, TestRuntime.Real).Run("C", method)!;

            WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real);
            var (wovenValues, answer) = ((string, string))new LoadedAssembly(woven.Assembly, TestRuntime.Real).Run("C", method)!;

            Assert.Equal(values, wovenValues);
            Assert.Equal(expected, answer);
        }
    }
}
