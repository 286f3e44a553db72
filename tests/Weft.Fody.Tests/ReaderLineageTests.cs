using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what a loop over the rows of a data reader, the lines of a text reader or the matches of a pattern adds to a list follows from the one that was read, a
// root by the call's name and number; and from the records of the loops around it. Woven against the product's runtime, in Debug and Release.
public class ReaderLineageTests
{
    private const string Program = """
        static readonly DataTable s_table = Table();
        static DataTable Table()
        {
            var table = new DataTable();
            table.Columns.Add("Name", typeof(string));
            foreach (string name in new[] { "a", "b", "c", "d" }) table.Rows.Add(name);
            return table;
        }
        static StringReader Text() => new("one\ntwo,three\nfour");
        static (string, string) Answer<T>(List<T> list, int at) => (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());

        static List<string> Read(IDataReader reader) { var list = new List<string>(); while (reader.Read()) list.Add(reader.GetString(0)); return list; }
        public static object Rows() => Answer(Read(s_table.CreateDataReader()), 2);
        public static object RowsOnce() { Read(s_table.CreateDataReader()); return Answer(Read(s_table.CreateDataReader()), 2); }
        public static object SomeRows()
        {
            using DbDataReader reader = s_table.CreateDataReader();
            var list = new List<string>();
            while (reader.Read()) { string name = reader.GetString(0); if (name is "b") continue; list.Add(name); }
            return Answer(list, 1);
        }
        public static object Resumed()
        {
            using DbDataReader reader = s_table.CreateDataReader();
            var list = new List<string>();
            while (reader.Read()) { list.Add(reader.GetString(0)); if (list.Count == 2) break; }
            while (reader.Read()) list.Add(reader.GetString(0));
            return Answer(list, 3);
        }
        static async Task<List<string>> ReadAsync()
        {
            await using DbDataReader reader = s_table.CreateDataReader();
            var list = new List<string>();
            while (await reader.ReadAsync().ConfigureAwait(false)) { await Task.Yield(); list.Add(reader.GetString(0)); await Task.Yield(); }
            return list;
        }
        public static object RowsAsync() => Answer(ReadAsync().GetAwaiter().GetResult(), 2);
        static async Task<List<string>> ReadParameterAsync(DbDataReader reader)
        {
            var list = new List<string>();
            while (await reader.ReadAsync(default)) { await Task.Yield(); list.Add(reader.GetString(0)); }
            return list;
        }
        public static object ParameterAsync() => Answer(ReadParameterAsync(s_table.CreateDataReader()).GetAwaiter().GetResult(), 2);

        public static object Lines() { StringReader text = Text(); var list = new List<string>(); string? line; while ((line = text.ReadLine()) != null) list.Add(line); return Answer(list, 2); }
        public static object Pattern() { TextReader text = Text(); var list = new List<string>(); while (text.ReadLine() is { } line) { foreach (string part in line.Split(',')) list.Add(part); } return Answer(list, 2); }
        public static object Endless() { TextReader text = Text(); var list = new List<string>(); while (true) { string? line = text.ReadLine(); if (line == null) break; if (line.Length > 4) continue; list.Add(line); } return Answer(list, 1); }
        public static object For() { TextReader text = Text(); var list = new List<string>(); for (string? line = text.ReadLine(); line is not null; line = text.ReadLine()) list.Add(line); return Answer(list, 2); }
        public static object Header() { TextReader text = Text(); var list = new List<string>(); string header = text.ReadLine()!; while (text.ReadLine() is { } line) list.Add(header + line); return Answer(list, 1); }
        public static object UntilEnd() { var text = new StreamReader(new MemoryStream("one\ntwo"u8.ToArray())); var list = new List<string>(); while (!text.EndOfStream) list.Add(text.ReadLine()!); return Answer(list, 1); }
        static async Task<List<string>> LinesOf(TextReader text) { var list = new List<string>(); while (await text.ReadLineAsync() is { } line) { await Task.Yield(); list.Add(line); } return list; }
        public static object LinesAsync() => Answer(LinesOf(Text()).GetAwaiter().GetResult(), 2);
        static TextReader s_reader = null!;
        public static object Field() { s_reader = Text(); var list = new List<string>(); while (s_reader.ReadLine() is { } line) list.Add(line); return Answer(list, 2); }
        static TextReader Reader() => s_reader;
        public static object Called() { s_reader = Text(); var list = new List<string>(); while (Reader().ReadLine() is { } line) list.Add(line); return Answer(list, 2); }
        public static object Console() { System.Console.SetIn(Text()); var list = new List<string>(); while (System.Console.ReadLine() is { } line) list.Add(line); return Answer(list, 2); }
        public static object Within()
        {
            var list = new List<string>();
            foreach (int n in new[] { 5, 6 }.Where(n => n > 5)) { StringReader text = Text(); while (text.ReadLine() is { } line) list.Add(n + line); }
            return Answer(list, 2);
        }
        public static object InAction() { var list = new List<string>(); new[] { 5, 6 }.Where(n => n > 5).ToList().ForEach(n => { StringReader text = Text(); while (text.ReadLine() is { } line) list.Add(n + line); }); return Answer(list, 2); }
        public static object Further() { StringReader text = Text(); var list = new List<string>(); while (text.ReadLine() is { } line) list.Add(line); return Answer(list.Where(l => l.Length == 4).ToList(), 0); }
        public static object Twice() { StringReader text = Text(); var list = new List<string>(); while (text.ReadLine() is { } line) list.Add(line + text.ReadLine()); return Answer(list, 1); }
        public static object HandedOn() { StringReader text = Text(); var list = new List<string>(); while (text.ReadLine() is { } line) list.Add(line + Rest(text)); return Answer(list, 0); static string Rest(TextReader text) => text.ReadToEnd(); }

        public static object Matches() { var list = new List<int>(); foreach (ValueMatch match in Regex.EnumerateMatches("a1b22", "[0-9]+")) list.Add(match.Index); return Answer(list, 1); }
        public static object Splits() { var list = new List<string>(); foreach (Range part in Regex.EnumerateSplits("a;b;c", ";")) list.Add("a;b;c"[part]); return Answer(list, 2); }
        public static object Parts() { var list = new List<string>(); foreach (Range part in "a;b;c".AsSpan().Split(';')) list.Add("a;b;c"[part]); return Answer(list, 2); }
        public static object PartsTwice() { var list = new List<string>(); for (int i = 0; i < 2; i++) foreach (Range part in "a;b;c".AsSpan().Split(';')) { list.Add("a;b;c"[part]); if (list.Count == 1) break; } return Answer(list, 2); }
        """;

    public static TheoryData<string, string> Answers => new()
    {
        { "Rows", "list[2]\n└─ reader.Read[2]  (Add)\n" },
        { "RowsOnce", "list[2]\n└─ reader.Read[2]  (Add)\n" },
        { "SomeRows", "list[1]\n└─ reader.Read[2]  (Add)\n" },
        { "Resumed", "list[3]\n└─ reader.Read[3]  (Add, Add)\n" },
        { "RowsAsync", "list[2]\n└─ reader.ReadAsync[2]  (Add)\n" },
        { "ParameterAsync", "list[2]\n└─ reader.ReadAsync[2]  (Add)\n" },
        { "Lines", "list[2]\n└─ text.ReadLine[2]  (Add)\n" },
        { "Pattern", "list[2]\n└─ text.ReadLine[1]  (Add)\n" },
        { "Endless", "list[1]\n└─ text.ReadLine[2]  (Add)\n" },
        { "For", "list[2]\n└─ text.ReadLine[2]  (Add)\n" },
        { "Header", "list[1]\n└─ text.ReadLine[2]  (Add)\n" },
        { "UntilEnd", "list[1]\n└─ text.ReadLine[1]  (Add)\n" },
        { "LinesAsync", "list[2]\n└─ text.ReadLineAsync[2]  (Add)\n" },
        { "Field", "list[2]\n└─ s_reader.ReadLine[2]  (Add)\n" },
        { "Called", "list[2]\n└─ ReadLine[2]  (Add)\n" },
        { "Console", "list[2]\n└─ Console.ReadLine[2]  (Add)\n" },
        { "Within", "list[2]\n└─ Add\n   ├─ Where[1]  (Where)\n   └─ text.ReadLine[2]\n" },
        { "InAction", "text.ReadLine[2]" },
        { "Further", "list[0]\n└─ text.ReadLine[2]  (Add, Where, ToList)\n" },
        { "Twice", "incomplete:" },
        { "HandedOn", "incomplete:" },
        { "Matches", "list[1]\n└─ Regex.EnumerateMatches[1]  (Add)\n" },
        { "Splits", "list[2]\n└─ Regex.EnumerateSplits[2]  (Add)\n" },
        { "Parts", "incomplete:" },
        { "PartsTwice", "incomplete:" },
    };

    private static readonly string[] _untraced = ["Twice", "HandedOn", "Parts", "PartsTwice"];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_ItemAddedInALoopOverAReader_NamesTheRowOrLine(string method, string expected)
        => Lineages.Check(Program, method, expected, isExact: !_untraced.Contains(method), "using System.Data; using System.Data.Common; using System.Text.RegularExpressions;");
}
