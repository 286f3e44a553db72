extern alias runtime;

using Microsoft.CodeAnalysis;
using Xunit;

namespace Weft.Fody.Tests.Harness;

/// <summary>Runs woven methods that leave marks, and asks what happened before what.</summary>
internal static class EventPrograms
{
    /// <summary>The record that the program handles where it begins.</summary>
    public const ulong Record = 4711;

    private const string Prelude = """
        static int s_runs; static string s_run = "";
        static void Mark(string name) => Weft.ExecutionUnit.Current.Annotate("mark", s_run + ":" + name);
        public static object Run(string method)
        {
            s_run = Guid.NewGuid().ToString("N") + s_runs++;
            using var scope = Weft.ExecutionUnit.Start(Weft.ExecutionUnitKind.Process, "test", new Weft.TraceContext(Weft.TraceId.New(), default, new Weft.SpanId(4711)));
            object result = typeof(C).GetMethod(method).Invoke(null, null);
            if (result is Task task) task.GetAwaiter().GetResult();
            return s_run;
        }

        """;

    private static readonly Dictionary<(string, OptimizationLevel), LoadedAssembly> _loaded = [];

    /// <summary>In Debug and Release: runs a method <paramref name="times"/> times, and asserts the relations between the marks that it leaves.</summary>
    public static void Check(string program, string method, string relations, Action<EventGraph>? check = null, int times = 1, string usings = "")
    {
        foreach (OptimizationLevel optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            LoadedAssembly loaded = Load(program, optimization, usings);
            for (int i = 0; i < times; i++)
            {
                string run = (string)loaded.Assembly.GetType("C")!.GetMethod("Run")!.Invoke(null, [method])!;
                EventGraph graph = EventGraph.Of(run);
                graph.AssertRelations(relations);
                check?.Invoke(graph);
            }
        }
    }

    /// <summary>Weaves and loads a program that leaves marks.</summary>
    public static LoadedAssembly Load(string program, OptimizationLevel optimization, string usings = "")
    {
        lock (_loaded)
        {
            if (_loaded.TryGetValue((program, optimization), out LoadedAssembly? known)) return known;
            CompiledAssembly unwoven = Construct.CompileMembers(Prelude + program, optimization, usings: "using System.Threading; " + usings, runtime: TestRuntime.Real);
            WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real);
            Assert.Empty(woven.Warnings);
            Assert.Empty(StackCheck.Warnings(woven.Assembly, TestRuntime.Real));
            var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Real);
            loaded.CompileEverything();
            return _loaded[(program, optimization)] = loaded;
        }
    }
}
