using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: asynchronous LINQ is woven in consumers; what is awaited is an output under the name of what keeps it, unless another operator takes it; and
// the items that the body of await foreach adds follow from the records of the loop. With state machines of the compiler's and without.
public class AwaitedTests
{
    private const string Source = """
        #pragma warning disable SYSLIB5007
        using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks;
        public class C
        {
            static readonly int[] s_numbers = [5, 1, 4, 2, 3];
            public int[] Property { get; set; }
            static List<int> s_field;
            static async IAsyncEnumerable<int> Hop(IEnumerable<int> values) { foreach (int value in values) { await Task.Yield(); yield return value; } }
            static IAsyncEnumerable<int> Numbers() => Hop(s_numbers).Where(n => n > 1);

            public static async Task<string> Locals()
            {
                List<int> plain = await Numbers().ToListAsync();
                int[] configured = await Numbers().Select(n => n + 1).ToArrayAsync().ConfigureAwait(false);
                Dictionary<int, int> asTask = await Numbers().ToDictionaryAsync(n => n).AsTask();
                int total = await Numbers().SumAsync();
                List<int> intermediate = await Numbers().ToListAsync();
                int rest = intermediate.Where(n => n > 3).Count();
                return string.Join(",", plain) + configured.Length + asTask.Count + total + rest;
            }
            public static async Task<int> Kept()
            {
                var c = new C { Property = await Numbers().ToArrayAsync() };
                s_field = await Numbers().Order().ToListAsync();
                return c.Property.Length + s_field.Count;
            }
            public static async Task<List<int>> Returned() => await Numbers().ToListAsync();
            public static ValueTask<HashSet<int>> NotAwaited() => Numbers().ToHashSetAsync();
            public static List<int> Blocking() { List<int> blocked = Numbers().ToListAsync().AsTask().GetAwaiter().GetResult(); return blocked.Count > 0 ? blocked : []; }
            public static async Task<int> Unkept() => (await Numbers().ToListAsync()).Count;
        }
        """;

    private const string Loops = """
        #pragma warning disable SYSLIB5007
        using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks;
        public static class Program
        {
            static readonly int[] s_numbers = [5, 1, 4, 2, 3];
            static (string, string) Answer<T>(List<T> list) => (string.Join(",", list), Weft.Lineage.Of(list, list.Count - 1, "list").Why().ToString());
            static async IAsyncEnumerable<int> Hop(IEnumerable<int> values) { foreach (int value in values) { await Task.Yield(); yield return value; } }

            public static async Task<object> Plain()
            {
                var list = new List<int>();
                await foreach (int n in s_numbers.ToAsyncEnumerable().Where(n => n > 2)) list.Add(n * 10);
                return Answer(list);
            }
            public static async Task<object> Suspending()
            {
                var list = new List<int>();
                await foreach (int n in s_numbers.ToAsyncEnumerable().Where(async (n, _) => { await Task.Yield(); return n > 2; }))
                {
                    await Task.Yield();
                    list.Add(n * 10);
                    await Task.Delay(1);
                }
                return Answer(list);
            }
            public static async Task<object> Configured()
            {
                var list = new List<int>();
                await foreach (int n in s_numbers.ToAsyncEnumerable().Where(n => n > 2).WithCancellation(CancellationToken.None).ConfigureAwait(false)) list.Add(n * 10);
                return Answer(list);
            }
            public static async Task<object> Nested()
            {
                var list = new List<int>();
                await foreach (int n in s_numbers.ToAsyncEnumerable().Where(n => n > 2))
                {
                    foreach (int m in s_numbers.Where(m => m == 1)) list.Add(n + m);
                }
                return Answer(list);
            }
        }
        """;

    public static TheoryData<OptimizationLevel, bool> Builds => new()
    {
        { OptimizationLevel.Debug, false },
        { OptimizationLevel.Release, false },
        { OptimizationLevel.Debug, true },
        { OptimizationLevel.Release, true },
    };

    [Theory]
    [MemberData(nameof(Builds))]
    public void Output_OfAnAwaitedOperator_HasTheNameOfWhatKeepsIt(OptimizationLevel optimization, bool byRuntime)
    {
        WeaveResult woven = Weave(Source, optimization, byRuntime);

        Assert.Empty(woven.Warnings);
        Assert.Equal(
            [
                "Blocking ToListAsync blocked", "Kept ToArrayAsync Property", "Kept ToListAsync s_field", "Locals SumAsync total", "Locals ToArrayAsync configured",
                "Locals ToDictionaryAsync asTask", "Locals ToListAsync ", "Locals ToListAsync plain", "NotAwaited ToHashSetAsync NotAwaited", "Returned ToListAsync Returned", "Unkept ToListAsync ",
            ],
            woven.Sites!.Rows.Where(r => r.Operator.EndsWith("Async", StringComparison.Ordinal)).Select(r => $"{r.Method.Split('.')[^1]} {r.Operator} {r.OutputName}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Program_OfAwaitedOperators_RunsAsUnwoven(OptimizationLevel optimization)
    {
        CompiledAssembly unwoven = Compile(Source, optimization, byRuntime: false);
        var before = new LoadedAssembly(unwoven, TestRuntime.Real);
        var after = new LoadedAssembly(TestWeaver.Weave(unwoven, TestRuntime.Real).Assembly, TestRuntime.Real);

        Assert.Equal(Result(before, "C", "Locals"), Result(after, "C", "Locals"));
        Assert.Equal(Result(before, "C", "Kept"), Result(after, "C", "Kept"));
    }

    [Theory]
    [InlineData("Plain", OptimizationLevel.Debug)]
    [InlineData("Plain", OptimizationLevel.Release)]
    [InlineData("Suspending", OptimizationLevel.Debug)]
    [InlineData("Suspending", OptimizationLevel.Release)]
    [InlineData("Configured", OptimizationLevel.Debug)]
    [InlineData("Configured", OptimizationLevel.Release)]
    [InlineData("Nested", OptimizationLevel.Debug)]
    [InlineData("Nested", OptimizationLevel.Release)]
    public void Loop_OverAnAsynchronousFlow_IsFollowed(string name, OptimizationLevel optimization)
    {
        WeaveResult woven = Weave(Loops, optimization, byRuntime: false);
        (string values, string answer) = ((string, string))Result(new LoadedAssembly(woven.Assembly, TestRuntime.Real), "Program", name)!;

        Assert.Equal(name == "Nested" ? "6,5,4" : "50,40,30", values);
        Assert.Contains("s_numbers[4]", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("s_numbers[0]", answer, StringComparison.Ordinal);
        Assert.Equal(name == "Nested", answer.Contains("s_numbers[1]", StringComparison.Ordinal));
        Assert.DoesNotContain("incomplete", answer, StringComparison.Ordinal);
    }

    // .NET 10 runs such methods only when it is told to; the additions are found all the same.
    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Loop_OfAMethodThatTheRuntimeMakesAsynchronous_IsFound(OptimizationLevel optimization)
        => Assert.Equal(4, Weave(Loops, optimization, byRuntime: true).Sites!.Rows.Count(r => r.Operator == "Add"));

    private static WeaveResult Weave(string source, OptimizationLevel optimization, bool byRuntime) => TestWeaver.Weave(Compile(source, optimization, byRuntime), TestRuntime.Real);

    private static CompiledAssembly Compile(string source, OptimizationLevel optimization, bool byRuntime) => TestCompiler.Compile(
        $"Awaited{(byRuntime ? "ByRuntime" : "")}", [("A.cs", source)], optimization, [TestRuntime.Real.Reference],
        features: byRuntime ? [KeyValuePair.Create("runtime-async", "on")] : []);

    private static object? Result(LoadedAssembly assembly, string type, string method)
    {
        var task = (Task)assembly.Assembly.GetType(type)!.GetMethod(method)!.Invoke(null, null)!;
        task.GetAwaiter().GetResult();
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }
}
