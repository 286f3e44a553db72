using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: arrays that are sorted, reversed, resized or copied, and immutable arrays made of others, keep their records' spans or say that they are incomplete.
// Woven against the product's runtime, in Debug and Release; the values are those of the unwoven program.
public class ArrayLineageTests
{
    private const string Program = """
        static readonly int[] s_numbers = [5, 1, 4, 2, 1];
        static readonly string[] s_words = ["pear", "fig", "plum", "fig"];
        static int[] Kept() => s_numbers.Where(n => n != 4).ToArray();   // 5 1 2 1
        static ImmutableArray<int> Fixed() => s_numbers.Where(n => n != 4).ToImmutableArray();
        static (string, string) Answer<T>(IEnumerable<T> records, int at)
        {
            List<T> list = records.Select(r => r).ToList();
            return (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());
        }

        public static object Sort() { int[] array = Kept(); Array.Sort(array); return Answer(array, 2); }
        public static object SortBy() { string[] array = s_words.Where(w => w != "").ToArray(); Array.Sort(array, (a, b) => a.Length - b.Length); return Answer(array, 0); }
        public static object SortPart() { int[] array = Kept(); Array.Sort(array, 1, 2, Comparer<int>.Create((a, b) => b - a)); return Answer(array, 1); }
        public static object SortKeys() { int[] keys = [4, 3, 2, 1]; int[] array = Kept(); Array.Sort(keys, array); return Answer(array, 0); }
        public static object SortWith() { int[] keys = Kept(); string[] array = ["a", "b", "c", "d"]; Array.Sort(keys, array); return Answer(keys, 3); }
        public static object SortPlain() { int[] plain = [3, 2]; Array.Sort(plain); return Answer(plain, 1); }
        public static object SortCovariant() { object[] array = s_words.Where(w => w != "").ToArray(); Array.Sort(array); return Answer(array, 2); }
        public static object Reverse() { int[] array = Kept(); Array.Reverse(array); return Answer(array, 1); }
        public static object ReversePart() { int[] array = Kept(); Array.Reverse(array, 1, 2); return Answer(array, 1); }
        public static object ResizeDown() { int[] array = Kept(); Array.Resize(ref array, 3); return Answer(array, 2); }
        public static object ResizeUp() { int[] array = Kept(); Array.Resize(ref array, 6); return Answer(array, 2); }
        public static object ResizeNew() { int[] array = Kept(); Array.Resize(ref array, 6); return Answer(array, 5); }
        public static object Clone() { int[] array = (int[])Kept().Clone(); return Answer(array, 2); }
        public static object CloneChanged() { int[] array = (int[])Kept().Clone(); array[0] = 9; return Answer(array, 2); }
        public static object SortChanged() { int[] array = Kept(); array[0] = 9; Array.Sort(array); return Answer(array, 2); }

        public static object Add() => Answer(Fixed().Add(7), 2);
        public static object Added() => Answer(Fixed().Add(7), 4);
        public static object AddRange() => Answer(Fixed().AddRange(s_numbers.Where(n => n == 4)), 4);
        public static object AddRangeArray() => Answer(Fixed().AddRange(Kept()), 6);
        public static object AddRangeImmutable() => Answer(Fixed().AddRange(Fixed()), 6);
        public static object AddRangeToPlain() { ImmutableArray<int> plain = [7, 8]; return Answer(plain.AddRange(Fixed()), 4); }
        public static object Insert() => Answer(Fixed().Insert(1, 7), 2);
        public static object InsertRange() => Answer(Fixed().InsertRange(1, s_numbers.Where(n => n == 4)), 1);
        public static object SetItem() => Answer(Fixed().SetItem(1, 7), 2);
        public static object RemoveAt() => Answer(Fixed().RemoveAt(1), 1);
        public static object RemoveRange() => Answer(Fixed().RemoveRange(0, 2), 0);
        public static object RemoveItems() => Answer(Fixed().RemoveRange(new[] { 5 }), 1);
        public static object Remove() => Answer(Fixed().Remove(5), 1);
        public static object RemoveAll() => Answer(Fixed().RemoveAll(n => n == 1), 1);
        public static object Replace() => Answer(Fixed().Replace(5, 7), 2);
        public static object Slice() => Answer(Fixed().Slice(2, 2), 0);
        public static object SliceByRange() => Answer(Fixed()[2..], 0);
        public static object SortImmutable() => Answer(Fixed().Sort(), 2);
        public static object SortImmutableBy() => Answer(Fixed().Sort((a, b) => b - a), 1);
        public static object OfType() => Answer(Fixed().OfType<int>(), 2);
        public static object CastUp() => Answer(ImmutableArray<object>.CastUp(s_words.Where(w => w != "fig").ToImmutableArray()), 1);
        static ImmutableArray<int> s_field;
        public static object Field() { s_field = Fixed(); s_field = s_field.Add(7); return Answer(s_field, 2); }
        public static object Plain() { ImmutableArray<int> plain = [7, 8]; return Answer(plain.Add(9).Sort(), 1); }

        public static object Split() { string text = "a b c"; return Answer(text.Split(' '), 1); }
        public static object Matches() => Answer(System.Text.RegularExpressions.Regex.Matches("a1b2", "[0-9]").Select(m => m.Value), 1);
        public static object Deserialized() => Answer(System.Text.Json.JsonSerializer.Deserialize<List<int>>("[3,4]")!.Where(n => n > 3), 0);
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "Sort", "└─ s_numbers[3]  (Where, ToArray, Sort, Select, ToList)" },
        { "SortBy", "└─ s_words[1]  (Where, ToArray, Sort, Select, ToList)" },
        { "SortPart", "└─ s_numbers[3]  (Where, ToArray, Sort, Select, ToList)" },
        { "SortKeys", "└─ s_numbers[4]  (Where, ToArray, Sort, Select, ToList)" },
        { "SortWith", "└─ s_numbers[0]  (Where, ToArray, Sort, Select, ToList)" },
        { "SortPlain", "[1]  (Select, ToList)" },
        { "SortCovariant", "└─ s_words[0]  (Where, ToArray, Sort, Select, ToList)" },
        { "Reverse", "└─ s_numbers[3]  (Where, ToArray, Reverse, Select, ToList)" },
        { "ReversePart", "└─ s_numbers[3]  (Where, ToArray, Reverse, Select, ToList)" },
        { "ResizeDown", "└─ s_numbers[3]  (Where, ToArray, Resize, Select, ToList)" },
        { "ResizeUp", "└─ s_numbers[3]  (Where, ToArray, Resize, Select, ToList)" },
        { "ResizeNew", "value of Resize" },
        { "Clone", "└─ s_numbers[3]  (Where, ToArray, Select, ToList)" },
        { "CloneChanged", "incomplete:" },
        { "SortChanged", "incomplete:" },
        { "Add", "└─ s_numbers[3]  (" },
        { "Added", "value of Add" },
        { "AddRange", "└─ s_numbers[2]  (" },
        { "AddRangeArray", "└─ s_numbers[3]  (" },
        { "AddRangeImmutable", "└─ s_numbers[3]  (" },
        { "AddRangeToPlain", "└─ s_numbers[3]  (" },
        { "Insert", "└─ s_numbers[1]  (" },
        { "InsertRange", "└─ s_numbers[2]  (" },
        { "SetItem", "└─ s_numbers[3]  (" },
        { "RemoveAt", "└─ s_numbers[3]  (" },
        { "RemoveRange", "└─ s_numbers[3]  (" },
        { "RemoveItems", "└─ s_numbers[3]  (" },
        { "Remove", "└─ s_numbers[3]  (" },
        { "RemoveAll", "└─ s_numbers[3]  (" },
        { "Replace", "└─ s_numbers[3]  (" },
        { "Slice", "└─ s_numbers[3]  (Where, ToImmutableArray, Slice, Select, ToList)" },
        { "SliceByRange", "└─ s_numbers[3]  (Where, ToImmutableArray, Slice, Select, ToList)" },
        { "SortImmutable", "└─ s_numbers[3]  (Where, ToImmutableArray, Sort, Select, ToList)" },
        { "SortImmutableBy", "└─ s_numbers[3]  (" },
        { "OfType", "└─ s_numbers[3]  (Where, ToImmutableArray, Select, ToList)" },
        { "CastUp", "└─ s_words[2]  (Where, ToImmutableArray, Select, ToList)" },
        { "Field", "└─ s_numbers[3]  (" },
        { "Plain", "[1]  (Select, ToList)" },
        { "Split", "[1]  (Select, ToList)" },
        { "Matches", "└─ Regex.Matches[1]  (Select, Select, ToList)" },
        { "Deserialized", "└─ JsonSerializer.Deserialize[1]  (Where, Select, ToList)" },
    };

    private static readonly string[] _incomplete = ["CloneChanged", "SortChanged"];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_RecordOfAnArray_SaysWhereFrom(string method, string expected)
        => Lineages.Check(Program, method, expected, isExact: !_incomplete.Contains(method), "using System.Collections.Immutable;");
}
