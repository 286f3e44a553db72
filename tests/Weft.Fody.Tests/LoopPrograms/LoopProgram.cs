using System.Globalization;
using System.Text;

namespace Weft.Fody.Tests.LoopPrograms;

// Design: one program, two texts. The woven one works on int; in the other one a value carries its origins (`Tainted` of the oracle) and what is put in is told which loops are around it. Both are
// written at once, so that they cannot differ in anything else.

/// <summary>A random method that fills a list in loops: nested, by <c>foreach</c>, index and enumerator, with variables and collections that go from pass to pass.</summary>
internal sealed class LoopProgram
{
    private const int MostDepth = 3;

    private readonly Random _random;
    private readonly StringBuilder _woven = new(), _oracle = new();
    private readonly List<string> _values = [];       // that may be read here
    private readonly List<string> _variables = [];    // that may be written here
    private readonly List<string> _loops = [];        // what the oracle keeps of the records of the loops around
    private readonly List<(string Name, string Count)> _indexed = []; // lists and arrays with lineage of their own
    private int _names;
    private int _indent = 1;
    private bool _isInLoop;

    private LoopProgram(Random random, string name)
    {
        _random = random;
        Name = name;
    }

    public string Name { get; }

    public string Woven => _woven.ToString();

    public string Oracle => _oracle.ToString();

    public static LoopProgram Make(int seed, string name)
    {
        var program = new LoopProgram(new Random(seed), name);
        program.Write();
        return program;
    }

    private void Write()
    {
        Line($"public static List<V> {Name}()");
        Line("{");
        Line("var r = new List<V>(); var s = new List<V>(); var q = new Queue<V>(); var d = new Dictionary<int, V>(); var box = new V[3]; var keeper = new Keeper(); V t = 0; V u = 1; int k = 0;");
        _values.AddRange(["t", "u"]);
        _variables.AddRange(["t", "u"]);
        if (Chance(40)) Line("(V, V) pair = (0, 0);");
        if (Has("pair")) _values.AddRange(["pair.Item1", "pair.Item2"]);
        if (Chance(50)) Indexed("ListA()", "Count");
        if (Chance(50)) Indexed("ArrayB()", "Length");
        if (Chance(25)) Line("Func<V, V> f = z => z + u;");
        if (Chance(15)) Line("Action<V> act = z => t += z;");
        if (Chance(15)) Line("void Step(V z) { u = z; }");
        for (int i = _random.Next(1, 4); i > 0; i--) Loop(0);
        if (Chance(15)) Put();
        Line("return r;");
        Line("}");
    }

    private void Indexed(string source, string count)
    {
        string name = New("c");
        Line($"var {name} = {source};");
        _indexed.Add((name, count));
    }

    private void Body(int depth)
    {
        int values = _values.Count, variables = _variables.Count;
        for (int i = _random.Next(1, 5); i > 0; i--) Statement(depth);
        if (Chance(60)) Put();
        _values.RemoveRange(values, _values.Count - values);
        _variables.RemoveRange(variables, _variables.Count - variables);
    }

    private void Block(Action body)
    {
        int values = _values.Count, variables = _variables.Count;
        Line("{");
        body();
        Line("}");
        _values.RemoveRange(values, _values.Count - values);
        _variables.RemoveRange(variables, _variables.Count - variables);
    }

    private void Loop(int depth)
    {
        bool wasInLoop = _isInLoop;
        _isInLoop = true;
        switch (_random.Next(8))
        {
            case 0 or 1 or 2: ForEach(Pick("A()", "B()", "ListA()", "ArrayA()", "ArrayB()", "Odd(A())", "new List<V>(ArrayB())"), depth); break;
            case 3 when _indexed.Count > 0: ForEach(_indexed[_random.Next(_indexed.Count)].Name, depth); break;
            case 4 when _loops.Count == 0 || Chance(30): ForEach("s.Take(9).ToList()", depth); break;
            case 5 or 6 when _indexed.Count > 0: ByIndex(depth); break;
            case 7: ByEnumerator(depth); break;
            default: ForEach(Pick("A()", "ListA()", "ArrayA()"), depth); break;
        }
        _isInLoop = wasInLoop;
    }

    private void ForEach(string source, int depth)
    {
        string x = New("x"), kept = "o" + x;
        Line($"foreach (var {x} in {source})");
        Block(() =>
        {
            OracleLine($"var {kept} = {x};");
            _values.Add(x);
            _loops.Add(kept);
            Body(depth);
            _loops.RemoveAt(_loops.Count - 1);
        });
    }

    private void ByIndex(int depth)
    {
        (string c, string count) = _indexed[_random.Next(_indexed.Count)];
        string i = New("i");
        bool hasNeighbour = Chance(40);
        string head = Chance(20) ? $"for (int {i} = {c}.{count} - 1; {i} >= {(hasNeighbour ? 1 : 0)}; {i}--)" : Chance(20) ? $"for (int {i} = {(hasNeighbour ? 1 : 0)}; {i} < {c}.{count}; {i} += 2)" : $"for (int {i} = {(hasNeighbour ? 1 : 0)}; {i} < {c}.{count}; {i}++)";
        Line(head);
        Block(() =>
        {
            if (Chance(40)) Local($"{c}[{i}]");
            else _values.Add($"{c}[{i}]");
            if (hasNeighbour) _values.Add($"{c}[{i} - 1]");
            Body(depth);
        });
    }

    private void ByEnumerator(int depth)
    {
        string e = New("e");
        Block(() =>
        {
            Line(Chance(50) ? $"using var {e} = {Pick("A()", "B()", "Odd(A())")}.GetEnumerator();" : $"var {e} = ListA().GetEnumerator();");
            if (Chance(30)) Line($"if ({e}.MoveNext()) {Pick("t", "u")} = {e}.Current;");
            Line($"while ({e}.MoveNext())");
            Block(() =>
            {
                if (Chance(50)) Local($"{e}.Current");
                else _values.Add($"{e}.Current");
                if (Chance(30)) Line($"if (!{e}.MoveNext()) break;");
                Body(depth);
            });
        });
    }

    private void Local(string value)
    {
        string y = New("y");
        Line($"V {y} = {value};");
        _values.Add(y);
        if (Chance(50)) _variables.Add(y);
    }

    private void Statement(int depth)
    {
        switch (_random.Next(21))
        {
            case 0: Line($"{Variable()} = {Expression()};"); break;
            case 1: Line($"{Variable()} += {Value()};"); break;
            case 2: If(() => Line($"{Variable()} = {Expression()};"), Chance(40) ? () => Line($"{Variable()} = {Expression()};") : null); break;
            case 3: If(Put, Chance(40) ? Put : null); break;
            case 4 when depth < MostDepth: Loop(depth + 1); break;
            case 5: Local(Expression()); break;
            case 6: Line($"s.Add({Told(Expression())});"); break;
            case 7: Line("s.Clear();"); break;
            case 8: If(() => Line("continue;"), null); break;
            case 9: Line($"q.Enqueue({Told(Expression())});"); break;
            case 10: Line($"if (q.Count > {_random.Next(3)})"); Block(() => { Local("q.Dequeue()"); Put(); }); break;
            case 11: Line($"d[{Number()} % 3] = {Told(Expression())};"); break;
            case 12: { string y = New("y"); Line($"if (d.TryGetValue({Number()} % 3, out var {y}))"); Block(() => { _values.Add(y); Put(); }); break; }
            case 13: Line($"box[k++ % 3] = {Expression()};"); if (Chance(50)) Line($"r.Add({Told("box[0] + box[1] + " + Value())});"); break;
            case 14: Line($"if (r.Count > 0) r.Add({Told($"r[r.Count - 1] + {Value()}")});"); break;
            case 15 when _values.Contains("pair.Item1"): Line($"pair = (pair.Item2, {Value()});"); break;
            case 15: Local($"keeper.Next({Value()})"); break;
            case 16 when Has("act = "): Line($"act({Value()});"); break;
            case 16 when Has("Step("): Line($"Step({Value()});"); break;
            case 16: Line($"Set(ref {Pick("t", "u")}, {Value()});"); break;
            case 17: Line($"keeper.Last = {Value()};"); if (Chance(50)) Put(); Local("keeper.Last"); break;
            case 18: Line($"keeper.Note({Value()});"); Local("keeper.Noted"); break;
            case 19: Line($"s_kept = {Expression()};"); if (Chance(50)) Put(); Local("s_kept"); break;
            default: Put(); break;
        }
    }

    private void If(Action then, Action? otherwise)
    {
        Line($"if ({Condition()})");
        Block(then);
        if (otherwise is null) return;
        Line("else");
        Block(otherwise);
    }

    private void Put() => Line($"r.Add({Told(Expression())});");

    private string Expression() => _random.Next(9) switch
    {
        0 or 1 or 2 => Value(),
        3 or 4 => $"{Value()} + {Value()}",
        5 => $"F({Value()})",
        6 => $"{Condition()} ? {Value()} : {Value()}",
        7 when Has("Func<V, V> f") => $"f({Value()})",
        7 => $"G({Value()}, {Value()})",
        _ => $"{Value()} * 2 - {_random.Next(5)}",
    };

    // The newest values are those of the loops that are nearest.
    private string Value()
    {
        if (_indexed.Count > 0 && Chance(8))
        {
            (string c, string count) = _indexed[_random.Next(_indexed.Count)];
            return $"{c}[{Number()} % {c}.{count}]";
        }
        return Chance(4) ? _random.Next(9).ToString(CultureInfo.InvariantCulture) : Chance(60) ? _values[^_random.Next(1, Math.Min(3, _values.Count) + 1)] : _values[_random.Next(_values.Count)];
    }

    private string Number() => Chance(30) ? "k" : $"(int)({_values[_random.Next(_values.Count)]} % 97 + 97)";

    private string Condition() => Pick($"{Value()} > {_random.Next(12)}", $"(int)({Value()}) % 2 == 0", $"k++ % 2 == 0", $"r.Count % 3 != {_random.Next(3)}");

    private string Variable() => _variables[_random.Next(_variables.Count)];

    private bool Has(string text) => _woven.ToString().Contains(text, StringComparison.Ordinal);

    private string New(string letter) => letter + _names++;

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    // What is put in: the oracle is told the records of the loops around it.
    private string Told(string value) => $"\u0001{value}\u0002{string.Join("", _loops.Select(loop => ", " + loop))}\u0003";

    private void Line(string line)
    {
        WriteTo(_woven, line.Replace("\u0001", "", StringComparison.Ordinal), isOracle: false);
        WriteTo(_oracle, line.Replace("\u0001", "Told(", StringComparison.Ordinal), isOracle: true);
    }

    private void OracleLine(string line) => _oracle.Append(' ', 4 * _indent).Append(line).Append('\n');

    private void WriteTo(StringBuilder text, string line, bool isOracle)
    {
        if (line == "}" && !isOracle) _indent--;
        int told = line.IndexOf('\u0002');
        if (told >= 0)
        {
            int end = line.IndexOf('\u0003');
            line = isOracle ? line[..told] + line[(told + 1)..end] + ")" + line[(end + 1)..] : line[..told] + line[(end + 1)..];
        }
        text.Append(' ', 4 * _indent).Append(line).Append('\n');
        if (line == "{" && isOracle) _indent++;
    }
}
