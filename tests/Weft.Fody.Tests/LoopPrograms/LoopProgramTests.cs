using System.Globalization;
using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Weft.Fody.Tests.LoopPrograms;

// Proves: what random loops put into a list has the values of the unwoven program, and an answer that calls itself exact names every input that the item is made of, and no other but the records of
// the `foreach` loops around what put it in (docs/weaving.md: an item follows from the record of each loop). Debug and Release give the same answer. The oracle is the same program over values
// that carry their origins.
public class LoopProgramTests(ITestOutputHelper output)
{
    private const int ProgramsOfAnAssembly = 100;

    private const string Common = """
        public static IEnumerable<V> A() => s_a.Where(x => x > -1);
        public static IEnumerable<V> B() => s_b.Where(x => x > -1);
        public static List<V> ListA() => A().ToList();
        public static V[] ArrayA() => A().ToArray();
        public static V[] ArrayB() => B().ToArray();
        public static IEnumerable<V> Odd(IEnumerable<V> xs) { foreach (var x in xs) if ((int)x % 2 == 1) yield return x; }
        public static V F(V x) => x * 2 + 1;
        public static V G(V x, V y) => x - y;
        public sealed class Keeper { V _t = 0; public V Last = 0; public V Noted { get; private set; } public V Next(V x) { _t += x; return _t; } public void Note(V x) { if (x > 4) Noted = x; } }
        public static void Set(ref V to, V x) { if (x > 3) to = x; }
        static V s_kept;
        public static List<V> Made(string program) { s_kept = 0; var made = (List<V>)typeof(C).GetMethod(program).Invoke(null, null); return made.Where(x => x > -1000000000).ToList(); }

        """;

    private const string Woven = """
        static readonly V[] s_a = [3, 8, 5, 14, 7, 2];
        static readonly V[] s_b = [11, 4, 9, 6];
        public static List<string> Run(string program)
        {
            var list = Made(program);
            var lines = new string[list.Count];
            for (int i = 0; i < lines.Length; i++)
            {
                if (i > 1 && i < lines.Length - 2) { lines[i] = list[i].ToString(); continue; }
                var why = Weft.Lineage.Of(list, i).Why();
                lines[i] = list[i] + "|" + why.Verdict + "|" + string.Join(" ", why.Roots);
            }
            return new List<string>(lines);
        }

        """;

    private const string Oracle = """
        static readonly V[] s_a = Tainted.Inputs(0, 3, 8, 5, 14, 7, 2);
        static readonly V[] s_b = Tainted.Inputs(8, 11, 4, 9, 6);
        static V Told(V value, params V[] loops) => value.With(loops);
        public static List<string> Run(string program) => Made(program).Select(item => item.ToString()).ToList();

        """;

    // What a value is made of, and what it may be said to be made of besides.
    private const string Tainted = """
        public readonly struct Tainted(int value, ulong low, ulong high)
        {
            readonly int _value = value; readonly ulong _low = low, _high = high;
            public static Tainted[] Inputs(int first, params int[] values) => values.Select((v, i) => new Tainted(v, 1ul << first + i, 1ul << first + i)).ToArray();
            public Tainted With(Tainted[] loops) => new(_value, _low, _low == 0 ? ulong.MaxValue : loops.Aggregate(_high, (all, loop) => all | loop._high));
            public static implicit operator Tainted(int value) => new(value, 0, 0);
            public static explicit operator int(Tainted x) => x._value;
            static Tainted Of(Tainted x, Tainted y, int value) => new(value, x._low | y._low, x._high | y._high);
            public static Tainted operator +(Tainted x, Tainted y) => Of(x, y, x._value + y._value);
            public static Tainted operator -(Tainted x, Tainted y) => Of(x, y, x._value - y._value);
            public static Tainted operator *(Tainted x, Tainted y) => Of(x, y, x._value * y._value);
            public static Tainted operator %(Tainted x, Tainted y) => Of(x, y, x._value % y._value);
            public static bool operator >(Tainted x, Tainted y) => x._value > y._value;
            public static bool operator <(Tainted x, Tainted y) => x._value < y._value;
            public override string ToString() => _value + "|" + _low + "|" + _high;
        }
        """;

    [Fact]
    public void Why_ItemOfRandomLoops_IsExactOnlyWhereItNamesWhatItIsMadeOf()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("LOOP_PROGRAMS") ?? "200", CultureInfo.InvariantCulture);
        int seed = int.Parse(Environment.GetEnvironmentVariable("LOOP_SEED") ?? Environment.TickCount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        output.WriteLine($"LOOP_SEED={seed} LOOP_PROGRAMS={count}");
        var faults = new List<string>();
        int asked = 0, exact = 0;
        for (int first = 0; first < count && faults.Count < 5; first += ProgramsOfAnAssembly)
        {
            LoopProgram[] programs = [.. Enumerable.Range(first, Math.Min(ProgramsOfAnAssembly, count - first)).Select(i => LoopProgram.Make(unchecked(seed + i), "P" + i))];
            LoadedAssembly oracle = Load(Oracle, programs.Select(p => p.Oracle), "Tainted", OptimizationLevel.Release, isWoven: false);
            LoadedAssembly debug = Load(Woven, programs.Select(p => p.Woven), "System.Int32", OptimizationLevel.Debug, isWoven: true);
            LoadedAssembly release = Load(Woven, programs.Select(p => p.Woven), "System.Int32", OptimizationLevel.Release, isWoven: true);
            for (int i = 0; i < programs.Length; i++)
            {
                List<string> expected = Run(oracle, programs[i].Name), inDebug = Run(debug, programs[i].Name), inRelease = Run(release, programs[i].Name);
                if (Fault(expected, inDebug, inRelease) is { } fault) faults.Add($"LOOP_SEED={unchecked(seed + first + i)} LOOP_PROGRAMS=1: {fault}\n{programs[i].Woven}");
                asked += inRelease.Count(line => line.Contains('|', StringComparison.Ordinal));
                exact += inRelease.Count(line => line.Contains("|Exact|", StringComparison.Ordinal));
            }
            foreach (LoadedAssembly loaded in new[] { oracle, debug, release }) loaded.Unload();
        }
        output.WriteLine($"{asked} items asked about, {exact} of them exact");
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    private static string? Fault(List<string> expected, List<string> debug, List<string> release)
    {
        if (expected.Count != debug.Count || expected.Count != release.Count) return $"{expected.Count} items, Debug {debug.Count}, Release {release.Count}";
        for (int i = 0; i < expected.Count; i++)
        {
            string[] oracle = expected[i].Split('|'), told = release[i].Split('|'), toldInDebug = debug[i].Split('|');
            if (oracle[0] != told[0] || oracle[0] != toldInDebug[0]) return $"item {i} is {oracle[0]}, Debug {toldInDebug[0]}, Release {told[0]}";
            if (told.Length == 1) continue;
            if (told[1] != toldInDebug[1]) return $"item {i}: Debug {debug[i]}, Release {release[i]}";
            if (told[1] != "Exact") continue;
            ulong low = ulong.Parse(oracle[1], CultureInfo.InvariantCulture), high = ulong.Parse(oracle[2], CultureInfo.InvariantCulture);
            foreach (string answer in new[] { told[2], toldInDebug[2] })
            {
                ulong named = Named(answer);
                if ((low & ~named) != 0 || (named & ~high) != 0) return $"item {i} is made of {Inputs(low)}, may name {Inputs(high)}, and the answer is exact: {answer}";
            }
        }
        return null;
    }

    private static ulong Named(string roots)
    {
        ulong named = 0;
        foreach (string root in roots.Split(' '))
        {
            if (root.StartsWith("s_a[", StringComparison.Ordinal)) named |= 1ul << (root[4] - '0');
            if (root.StartsWith("s_b[", StringComparison.Ordinal)) named |= 1ul << (8 + root[4] - '0');
        }
        return named;
    }

    private static string Inputs(ulong mask) => mask == ulong.MaxValue ? "anything" : string.Join(" ", Enumerable.Range(0, 16).Where(i => (mask >> i & 1) != 0).Select(i => i < 8 ? $"s_a[{i}]" : $"s_b[{i - 8}]"));

    private static List<string> Run(LoadedAssembly loaded, string program) => (List<string>)loaded.Assembly.GetType("C")!.GetMethod("Run")!.Invoke(null, [program])!;

    private static LoadedAssembly Load(string prelude, IEnumerable<string> programs, string type, OptimizationLevel optimization, bool isWoven)
    {
        string text = $"#nullable disable\nusing System; using System.Collections.Generic; using System.Linq; using V = {type};\npublic static class C\n{{\n{Common}{prelude}{string.Join("\n", programs)}}}\n{Tainted}\n";
        CompiledAssembly compiled = TestCompiler.Compile("LoopPrograms", [("C.cs", text)], optimization, [TestRuntime.Real.Reference]);
        return new LoadedAssembly(isWoven ? TestWeaver.Weave(compiled, TestRuntime.Real).Assembly : compiled, TestRuntime.Real);
    }
}
