using System;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

public class ReaderLoops
{
    private static readonly DataTable s_table = Table();
    private readonly TextReader _reader = Text();

    public static string Run()
    {
        var results = new List<List<string>>
        {
            Rows(s_table.CreateDataReader()), RowsOf(s_table.CreateDataReader()), RowsAsync().GetAwaiter().GetResult(), Lines(Text()), Pattern(), Endless(), For(Text()), UntilEnd(),
            LinesAsync(Text()).GetAwaiter().GetResult(), new ReaderLoops().OfField(), Called(), Parts(), Twice(Text()), HandedOn(Text()), Counted(), Matches(), Within(["x", "y"]),
        };
        return string.Join(";", results.Select(r => string.Join(",", r)).ToArray());
    }

    private static DataTable Table()
    {
        var table = new DataTable();
        table.Columns.Add("Name", typeof(string));
        foreach (string name in new[] { "a", "b", "c" }) table.Rows.Add(name);
        return table;
    }

    private static StringReader Text() => new("one\ntwo,three\nfour");

    private static List<string> Rows(IDataReader reader)
    {
        var result = new List<string>();
        while (reader.Read()) result.Add(reader.GetString(0));
        return result;
    }

    private static List<string> RowsOf(DbDataReader source)
    {
        using DbDataReader reader = source;
        var result = new List<string>();
        while (reader.Read())
        {
            if (Name(reader) is "b") continue;
            result.Add(Name(reader));
        }
        return result;

        static string Name(IDataRecord row) => row.GetString(0);
    }

    private static async Task<List<string>> RowsAsync()
    {
        await using DbDataReader reader = s_table.CreateDataReader();
        var result = new List<string>();
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            await Task.Yield();
            result.Add(reader.GetString(0));
        }
        return result;
    }

    private static List<string> Lines(TextReader reader)
    {
        var result = new List<string>();
        string? line;
        while ((line = reader.ReadLine()) != null) result.Add(line);
        return result;
    }

    private static List<string> Pattern()
    {
        using StringReader reader = Text();
        var result = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            foreach (string part in line.Split(',')) result.Add(part);
        }
        return result;
    }

    private static List<string> Endless()
    {
        StringReader reader = Text();
        var result = new List<string>();
        while (true)
        {
            string? line = reader.ReadLine();
            if (line == null) break;
            if (line.Length > 4) continue;
            result.Add(line);
        }
        return result;
    }

    private static List<string> For(TextReader reader)
    {
        var result = new List<string>();
        for (string? line = reader.ReadLine(); line is not null; line = reader.ReadLine()) result.Add(line);
        return result;
    }

    private static List<string> UntilEnd()
    {
        var reader = new StreamReader(new MemoryStream("one\ntwo"u8.ToArray()));
        var result = new List<string>();
        while (!reader.EndOfStream) result.Add(reader.ReadLine()!);
        return result;
    }

    private static async Task<List<string>> LinesAsync(TextReader reader)
    {
        var result = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            await Task.Yield();
            result.Add(line);
        }
        return result;
    }

    private List<string> OfField()
    {
        var result = new List<string>();
        while (_reader.ReadLine() is { } line) result.Add(line);
        return result;
    }

    private static TextReader s_reader = Text();

    private static TextReader Reader() => s_reader;

    private static List<string> Called()
    {
        var result = new List<string>();
        while (Reader().ReadLine() is { } line) result.Add(line);
        s_reader = Text();
        return result;
    }

    private static List<string> Parts()
    {
        ReadOnlySpan<char> text = "a;b;c";
        var result = new List<string>();
        foreach (Range part in text.Split(';')) result.Add(text[part].ToString());
        foreach (Range part in Regex.EnumerateSplits(text, ";")) result.Add(text[part].ToString());
        return result;
    }

    // Two lines a pass, and a reader that somebody else may read on, are not followed.
    private static List<string> Twice(TextReader reader)
    {
        var result = new List<string>();
        while (reader.ReadLine() is { } line) result.Add(line + reader.ReadLine());
        return result;
    }

    private static List<string> HandedOn(TextReader reader)
    {
        var result = new List<string>();
        while (reader.ReadLine() is { } line) result.Add(line + Rest(reader));
        return result;

        static string Rest(TextReader reader) => reader.ReadToEnd();
    }

    // What is added outside of the innermost loop that reads stands on more than one line.
    private static List<string> Counted()
    {
        var result = new List<string>();
        for (int i = 0; i < 2; i++)
        {
            StringReader reader = Text();
            int lines = 0;
            while (reader.ReadLine() is not null) lines++;
            result.Add(lines.ToString());
        }
        return result;
    }

    private static List<string> Matches()
    {
        var result = new List<string>();
        foreach (ValueMatch match in Regex.EnumerateMatches("a1b22", "[0-9]+")) result.Add(match.Index.ToString());
        return result;
    }

    private static List<string> Within(IEnumerable<string> prefixes)
    {
        var result = new List<string>();
        foreach (string prefix in prefixes)
        {
            StringReader reader = Text();
            while (reader.ReadLine() is { } line) result.Add(prefix + line);
        }
        return result;
    }
}
