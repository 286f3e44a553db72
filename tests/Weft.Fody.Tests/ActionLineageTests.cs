using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what a lambda adds to a list that ForEach calls with each record follows from that record, and from those of the loops and lambdas around the call; a
// lambda that others may call adds no parent. Woven against the product's runtime, in Debug and Release; the values are those of the unwoven program.
public class ActionLineageTests
{
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2];
        static readonly string[] s_letters = ["a", "b", "c"];
        static List<int> Kept() => s_numbers.Where(n => n != 4).ToList();   // 5 1 2
        static List<string> Letters() => s_letters.Where(l => l != "a").ToList();
        static (string, string) Answer<T>(List<T> list, int? at = null) => (string.Join(",", list), Weft.Lineage.Of(list, at ?? list.Count - 1, "list").Why().ToString());

        public static object List() { var list = new List<int>(); Kept().ForEach(n => list.Add(n * 10)); return Answer(list, 2); }
        public static object Some() { var list = new List<int>(); Kept().ForEach(n => { if (n < 5) { list.Add(n); list.Add(-n); } }); return Answer(list, 3); }
        public static object OfArray() { var list = new List<int>(); System.Array.ForEach(s_numbers.Where(n => n > 1).ToArray(), n => list.Add(n)); return Answer(list, 1); }
        public static object Immutable() { var list = new List<int>(); ImmutableList.CreateRange(s_numbers.Where(n => n > 1)).ForEach(n => list.Add(n)); return Answer(list, 1); }
        static readonly List<int> s_list = [];
        static readonly List<string> s_plain = ["x", "y"];
        public static object Static() { s_list.Clear(); Kept().ForEach(n => s_list.Add(n)); return Answer(s_list, 1); }
        public static object MethodGroup() { var list = new List<int>(); Kept().ForEach(list.Add); return Answer(list, 2); }
        public static object Nested() { var list = new List<string>(); Kept().ForEach(n => Letters().ForEach(l => list.Add(l + n))); return Answer(list); }
        public static object NestedBeside() { var list = new List<string>(); Kept().ForEach(n => { Letters().ForEach(l => list.Add(l + n)); list.Add("" + n); }); return Answer(list); }
        public static object NestedUntraced() { var list = new List<string>(); Kept().ForEach(n => s_plain.ForEach(l => list.Add(l + n))); return Answer(list); }
        public static object UntracedNested() { var list = new List<string>(); new List<int> { 1, 2 }.ForEach(n => Letters().ForEach(l => list.Add(l + n))); return Answer(list); }
        public static object InLoop() { var list = new List<string>(); foreach (int n in s_numbers.Where(n => n < 3)) Letters().ForEach(l => list.Add(l + n)); return Answer(list); }
        public static object LoopInside() { var list = new List<string>(); Kept().ForEach(n => { foreach (string l in s_letters.Where(l => l == "b")) list.Add(l + n); }); return Answer(list); }
        public static object Three() { var list = new List<string>(); Kept().ForEach(n => Letters().ForEach(l => Kept().ForEach(m => list.Add(l + n + m)))); return Answer(list, 5); }
        public static object Method() { var list = new List<string>(); Kept().ForEach(n => { Others(); list.Add("" + n); }); return Answer(list); }
        static void Others() { var others = new List<string>(); Letters().ForEach(l => others.Add(l)); }
        public static object Thrown()
        {
            var list = new List<int>();
            try { Kept().ForEach(n => { list.Add(n); if (n == 1) throw new InvalidTimeZoneException(); }); } catch (InvalidTimeZoneException) { }
            new List<int> { 7 }.ForEach(n => list.Add(n));
            return Answer(list, 2); // what is added here does not follow from the record that the lambda threw at
        }
        public static object Grown()
        {
            List<int> numbers = Kept();
            var list = new List<int>();
            try { numbers.ForEach(n => { list.Add(n); if (list.Count == 2) numbers.Add(9); }); } catch (InvalidOperationException) { }
            return Answer(list, 1);
        }
        public static object Delegate() { var list = new List<int>(); Action<int> add = n => list.Add(n); Kept().ForEach(add); return Answer(list); }
        public static object Untraced() { var list = new List<int>(); new List<int> { 3, 4 }.ForEach(n => list.Add(n)); return Answer(list); }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "List", "list[2]\n└─ s_numbers[3]  (Where, ToList, Add)\n" },
        { "Some", "list[3]\n└─ s_numbers[3]  (Where, ToList, Add, Add)\n" },
        { "OfArray", "list[1]\n└─ s_numbers[2]  (Where, ToArray, Add)\n" },
        { "Immutable", "list[1]\n└─ s_numbers[2]  (Where, CreateRange, Add)\n" },
        { "Static", "list[1]\n└─ s_numbers[1]  (Where, ToList, Add)\n" },
        { "MethodGroup", "list[2]\n└─ s_numbers[3]  (Where, ToList, ForEach)\n" },
        { "Nested", "list[5]\n└─ Add\n   ├─ s_numbers[3]  (Where, ToList)\n   └─ s_letters[2]  (Where, ToList)\n" },
        { "NestedBeside", "list[8]\n└─ s_numbers[3]  (Where, ToList, Add)\n" },
        { "NestedUntraced", "list[5]\n└─ s_numbers[3]  (Where, ToList, Add)\n" },
        { "UntracedNested", "list[3]\n└─ s_letters[2]  (Where, ToList, Add)\n" },
        { "InLoop", "list[3]\n└─ Add\n   ├─ s_numbers[3]  (Where)\n   └─ s_letters[2]  (Where, ToList)\n" },
        { "LoopInside", "list[2]\n└─ Add\n   ├─ s_numbers[3]  (Where, ToList)\n   └─ s_letters[1]  (Where)\n" },
        { "Three", "s_numbers[0]  (Where, ToList)" },
        { "Method", "list[2]\n└─ s_numbers[3]  (Where, ToList, Add)\n" },
        { "Thrown", "changed collection" },
        { "Grown", "list[1]\n└─ s_numbers[1]  (Where, ToList, Add)\n" },
        { "Delegate", "incomplete:" },
        { "Untraced", "incomplete:" },
    };

    private static readonly string[] _untraced = ["Thrown", "Delegate", "Untraced"];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_ItemThatALambdaAdded_NamesTheRecordItWasCalledWith(string method, string expected)
        => Lineages.Check(Program, method, expected, isExact: !_untraced.Contains(method), "using System.Collections.Immutable;");
}
