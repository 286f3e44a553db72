using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace Weft.Laws;

/// <summary>What writes records out as one text, and what is done with each of them in a lambda or with each line of a reader.</summary>
public static class Texts
{
    /// <summary>The programs.</summary>
    public static IReadOnlyList<Reader> All { get; } =
    [
        Of((s, log) => Kept<string>.Value = string.Join(", ", s)),
        Of((s, log) => Kept<string>.Value = string.Join(null, s.Select(log.Call("select", (int x) => x + "!")))),
        Of((s, log) => Kept<string>.Value = string.Join(',', s)),
        Of((s, log) => Kept<string>.Value = string.Join(", ", s.Select(x => x.ToString()).ToList())),
        Of((s, log) => Kept<string>.Value = string.Join(", ", s.Select(x => x.ToString()).ToArray())),
        Of((s, log) => Kept<string>.Value = string.Join(',', s.Select(x => x.ToString()).ToArray())),
        Of((s, log) => Kept<string>.Value = string.Join(", ", s.Select(x => (object)x).ToArray())),
        Of((s, log) => Kept<string>.Value = string.Join(',', s.Select(x => (object)x).ToArray())),
        Of((s, log) => Kept<string>.Value = string.Join(", ", s.Select(x => x.ToString()).ToArray(), 1, 2)),
        Of((s, log) => Kept<string>.Value = string.Join(',', s.Select(x => x.ToString()).ToArray(), 1, 2)),
        Of((s, log) => Kept<string>.Value = string.Join(", ", s.Select(x => x.ToString()).ToArray(), 1, 99)),
        Of((s, log) => Kept<string>.Value = string.Join(", ", (IEnumerable<string>)null!)),
        Of((s, log) => Kept<string>.Value = string.Join(", ", (string[])null!)),
        Of((s, log) => Kept<string>.Value = string.Join(", ", (IEnumerable<int>)null!)),
        Of((s, log) => Kept<string>.Value = string.Join(", ", s.Select(log.Call("throws", (int x) => x == 4 ? throw new InvalidTimeZoneException() : x)))),
        Of((s, log) => Kept<string>.Value = string.Concat(s)),
        Of((s, log) => Kept<string>.Value = string.Concat(s.Select(x => x == 4 ? null : x.ToString()))),
        Of((s, log) => Kept<string>.Value = string.Concat((IEnumerable<string>)null!)),
        Of((s, log) => new StringBuilder().AppendJoin(", ", s).ToString()),
        Of((s, log) => new StringBuilder().AppendJoin(',', s.Where(x => x > 2)).ToString()),

        Added((s, log, list) => s.ToList().ForEach(x => { log.Add($"{x}"); list.Add(-x); })),
        Added((s, log, list) => s.ToList().ForEach(list.Add)),
        Added((s, log, list) => { List<int> numbers = s.ToList(); numbers.ForEach(x => { list.Add(x); if (x == 4) numbers.Add(1); }); }),
        Added((s, log, list) => { List<int> numbers = s.ToList(); numbers.ForEach(x => { list.Add(x); if (x == 4) numbers.Clear(); }); }),
        Added((s, log, list) => { List<int> numbers = s.ToList(); numbers.ForEach(numbers.Add); }),
        Added((s, log, list) => s.ToList().ForEach(x => { list.Add(x == 4 ? throw new InvalidTimeZoneException() : x); })),
        Added((s, log, list) => s.ToList().ForEach(x => s.ToList().ForEach(y => list.Add(x * y)))),
        Added((s, log, list) => ((List<int>)null!).ForEach(x => list.Add(x))),
        Added((s, log, list) => Array.ForEach(s.ToArray(), x => list.Add(-x))),
        Added((s, log, list) => Array.ForEach((int[])null!, x => list.Add(x))),
        Added((s, log, list) => { int[] numbers = s.ToArray(); Array.ForEach(numbers, x => { list.Add(x); numbers[^1] = 7; }); }),
        Added((s, log, list) => s.ToImmutableList().ForEach(x => list.Add(-x))),
        Added((s, log, list) => ((ImmutableList<int>)null!).ForEach(x => list.Add(x))),
        Added((s, log, list) => { var reader = new StringReader(string.Join('\n', s)); while (reader.ReadLine() is { } line) { log.Add(line); list.Add(line.Length); } reader.Dispose(); list.Add(reader.ReadLine()!.Length); }),
        Added((s, log, list) => { TextReader? reader = null; while (reader!.ReadLine() is { } line) list.Add(line.Length); }),
        Added((s, log, list) => { using var table = new System.Data.DataTable { Columns = { { "Number", typeof(int) } } }; foreach (int x in s) table.Rows.Add(x); using var reader = table.CreateDataReader(); while (reader.Read()) list.Add(reader.GetInt32(0)); list.Add(reader.GetInt32(0)); }),
        Added((s, log, list) => { using var table = new System.Data.DataTable { Columns = { { "Number", typeof(int) } } }; foreach (int x in s) table.Rows.Add(x); using var reader = table.CreateDataReader(); while (reader.Read()) { list.Add(reader.GetInt32(0)); table.Clear(); } }),
    ];

    private static Reader Of(Func<IEnumerable<int>, List<string>, object?> read, [CallerArgumentExpression(nameof(read))] string name = "")
        => new(name["(s, log) => ".Length..], read);

    // What an exception leaves of the list is part of the answer.
    private static Reader Added(Action<IEnumerable<int>, List<string>, List<int>> add, [CallerArgumentExpression(nameof(add))] string name = "")
        => new(name["(s, log, list) => ".Length..], (s, log) =>
        {
            var list = new List<int>();
            string thrown = "";
            try
            {
                add(s, log, list);
            }
            catch (Exception e)
            {
                thrown = $"{e.GetType()} {(e as ArgumentException)?.ParamName}";
            }
            return $"{string.Join(' ', list)} {thrown}";
        });

    private static class Kept<T>
    {
        internal static T? Value;
    }
}
