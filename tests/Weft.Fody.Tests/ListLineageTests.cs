using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what lists do with their own records is followed exactly or said to be incomplete, woven against the product's runtime, in Debug and
// Release; the values are those of the unwoven program.
public class ListLineageTests
{
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2, 3];
        static readonly string[] s_words = ["pear", "fig", "plum", "date"];
        static List<int> Kept() => s_numbers.Where(n => n != 4).ToList();   // 5 1 2 3
        static (string, string) Answer<T>(ICollection<T> list, int at = -1) => (string.Join(",", list), Weft.Lineage.Of(list, at < 0 ? list.Count - 1 : at, "list").Why().ToString());

        public static object New() => Answer(new List<int>(s_numbers.Where(n => n > 1)), 1);
        public static object NewOfTraced() => Answer(new List<int>(Kept()), 1);
        public static object NewOfPlain() { List<int> list = new(s_numbers); return Answer(list.Select(n => n).ToList(), 1); }
        public static object GetRange() => Answer(Kept().GetRange(1, 2), 1);
        public static object GetRangeOfPlain() { List<int> plain = [7, 8, 9]; return Answer(plain.GetRange(1, 2), 1); }
        public static object Slice() => Answer(Kept().Slice(2, 2), 0);
        public static object SliceByRange() => Answer(Kept()[1..3], 0);
        public static object FindAll() => Answer(Kept().FindAll(n => n > 1), 1);
        public static object FindAllOfArray() => Answer(Array.FindAll(s_numbers, n => n < 3), 1);
        public static object ConvertAll() => Answer(Kept().ConvertAll(n => "n" + n), 3);
        public static object ConvertAllOfArray() => Answer(Array.ConvertAll(s_numbers, n => "n" + n), 3);
        public static object AddRange() { List<int> list = Kept(); list.AddRange(s_numbers.Where(n => n == 4)); return Answer(list, 4); }
        public static object AddRangeBefore() { List<int> list = Kept(); list.AddRange([9]); return Answer(list, 1); }
        public static object AddRangePlain() { List<int> list = [1]; list.AddRange(s_numbers); return Answer(list.Select(n => n).ToList(), 1); }
        public static object AddRangeItself() { List<int> list = Kept(); list.AddRange(list); return Answer(list, 5); }
        public static object AddRangeOften() { List<int> list = []; for (int i = 0; i < 3; i++) list.AddRange(s_numbers.Where(n => n > i)); return Answer(list, 9); }
        public static object AddRangeThrows()
        {
            List<int> list = Kept();
            try { list.AddRange(s_numbers.Select(n => n == 2 ? throw new TimeoutException() : n)); } catch (TimeoutException) { }
            return Answer(list, 6);
        }
        public static object AddRangeAndAdd() { List<int> list = []; list.AddRange(Kept()); foreach (int n in s_numbers.Where(n => n == 4)) list.Add(n); return Answer(list, 4); }
        public static object InsertRange() { List<int> list = Kept(); list.InsertRange(1, s_numbers.Where(n => n == 4)); return Answer(list, 1); }
        public static object InsertRangeBehind() { List<int> list = Kept(); list.InsertRange(1, s_numbers.Where(n => n == 4)); return Answer(list, 2); }
        public static object InsertRangeOfPlain() { List<int> list = Kept(); list.InsertRange(0, new[] { 8, 9 }); return Answer(list, 1); }
        public static object InsertRangeIntoPlain() { List<int> list = [6, 7]; list.InsertRange(1, Kept()); return Answer(list, 5); }
        public static object RemoveAll() { List<int> list = Kept(); list.RemoveAll(n => n == 1); return Answer(list, 1); }
        public static object RemoveAllThrows()
        {
            List<int> list = Kept();
            try { list.RemoveAll(n => n == 2 ? throw new TimeoutException() : n == 5); } catch (TimeoutException) { }
            return Answer(list.Select(n => n).ToList(), 1);
        }
        public static object Reverse() { List<int> list = Kept(); list.Reverse(); return Answer(list, 0); }
        public static object ReversePart() { List<int> list = Kept(); list.Reverse(1, 2); return Answer(list, 1); }
        public static object Sort() { List<int> list = Kept(); list.Sort(); return Answer(list, 0); }
        public static object SortBy() { List<string> list = s_words.Where(w => w != "").ToList(); list.Sort((a, b) => a.Length - b.Length); return Answer(list, 0); }
        public static object SortPart() { List<int> list = Kept(); list.Sort(1, 3, Comparer<int>.Create((a, b) => b - a)); return Answer(list, 1); }
        public static object SortThrows()
        {
            List<int> list = Kept();
            try { list.Sort((a, b) => throw new TimeoutException()); } catch (InvalidOperationException) { }
            return Answer(list, 2);
        }
        public static object SortLoops() { List<int> list = []; foreach (int n in s_numbers.Where(n => n > 1)) list.Add(n); list.Sort(); foreach (int n in s_numbers.Where(n => n == 1)) list.Add(n); return Answer(list, 4); }
        public static object ChangeInsert() { List<int> list = Kept(); list.Insert(0, 7); return Answer(list.Select(n => n).ToList(), 0); }
        public static object ChangeAndSort() { List<int> list = Kept(); list[0] = 7; list.Sort(); return Answer(list.Select(n => n).ToList(), 0); }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "New", "└─ s_numbers[2]  (Where, new List)" },
        { "NewOfTraced", "└─ s_numbers[1]  (Where, ToList, new List)" },
        { "NewOfPlain", "[1]  (Select, ToList)" },
        { "GetRange", "└─ s_numbers[3]  (Where, ToList, GetRange)" },
        { "GetRangeOfPlain", "[2]  (GetRange)" },
        { "Slice", "└─ s_numbers[3]  (Where, ToList, Slice)" },
        { "SliceByRange", "└─ s_numbers[1]  (Where, ToList, Slice)" },
        { "FindAll", "└─ s_numbers[3]  (Where, ToList, FindAll)" },
        { "FindAllOfArray", "└─ s_numbers[3]  (FindAll)" },
        { "ConvertAll", "└─ s_numbers[4]  (Where, ToList, ConvertAll)" },
        { "ConvertAllOfArray", "└─ s_numbers[3]  (ConvertAll)" },
        { "AddRange", "└─ s_numbers[2]  (Where, Where, ToList, AddRange)" },
        { "AddRangeBefore", "└─ s_numbers[1]  (" },
        { "AddRangePlain", "[1]  (Select, ToList)" },
        { "AddRangeItself", "└─ s_numbers[1]  (" },
        { "AddRangeOften", "└─ s_numbers[0]  (" },
        { "AddRangeThrows", "└─ s_numbers[2]  (" },
        { "AddRangeAndAdd", "└─ s_numbers[2]  (" },
        { "InsertRange", "└─ s_numbers[2]  (" },
        { "InsertRangeBehind", "└─ s_numbers[1]  (" },
        { "InsertRangeOfPlain", "└─ InsertRange, sequence 2[1]  (" },
        { "InsertRangeIntoPlain", "[1]  (" },
        { "RemoveAll", "└─ s_numbers[3]  (Where, ToList, RemoveAll)" },
        { "RemoveAllThrows", "result of RemoveAll" },
        { "Reverse", "└─ s_numbers[4]  (Where, ToList, Reverse)" },
        { "ReversePart", "└─ s_numbers[3]  (" },
        { "Sort", "└─ s_numbers[1]  (Where, ToList, Sort)" },
        { "SortBy", "└─ s_words[1]  (" },
        { "SortPart", "└─ s_numbers[4]  (" },
        { "SortThrows", "└─ s_numbers[3]  (" },
        { "SortLoops", "└─ s_numbers[1]  (" },
        { "ChangeInsert", "incomplete:" },
        { "ChangeAndSort", "incomplete:" },
    };

    private static readonly string[] _incomplete = ["RemoveAllThrows", "ChangeInsert", "ChangeAndSort"];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RecordOfAList_SaysWhereFrom(string method, string expected) => Lineages.Check(Program, method, expected, isExact: !_incomplete.Contains(method));
}
