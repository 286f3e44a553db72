using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.ExecutionUnits.SharedStateFix>;

namespace Weft.Analyzers.Tests.ExecutionUnits;

/// <summary>Proves that WEFT103 is reported where a unit is kept for others to find, and that the fix keeps its context where nothing else is asked for.</summary>
public sealed class SharedStateTests
{
    [Fact]
    public Task Static_OfWhatHoldsUnits_IsFlagged_OfWhatWorksOnThemIsNot() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Channels;
        using Weft;
        static class State
        {
            static readonly Dictionary<int, ExecutionUnit> {|WEFT103:ById|} = new();
            static readonly Channel<ExecutionUnit> {|WEFT103:Units|} = Channel.CreateUnbounded<ExecutionUnit>();
            static readonly Lazy<ExecutionUnit> {|WEFT103:Late|} = new(() => ExecutionUnit.Current);
            static (ExecutionUnit Unit, int Count) {|WEFT103:Pair|};
            static readonly IEqualityComparer<ExecutionUnit> Comparer = EqualityComparer<ExecutionUnit>.Default;
            static readonly JsonConverter<ExecutionUnit> Converter = null!;
            static readonly ConditionalWeakTable<ExecutionUnit, string> Names = new();
            static readonly Func<ExecutionUnit, int> Number = _ => 1;
        }
        """);

    [Fact]
    public Task Unit_InSharedState_IsFlaggedAtTheDeclaration() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using Weft;
        static class Shared
        {
            public static ExecutionUnit? {|WEFT103:Main|};
            public static ExecutionUnit {|WEFT103:Kept|} { get; } = ExecutionUnit.Current;
            static readonly AsyncLocal<ExecutionUnit> {|WEFT103:Ambient|} = new();
            static readonly Dictionary<int, ExecutionUnit> {|WEFT103:ById|} = [];
            static ExecutionUnitScope {|WEFT103:Scope|};
        }
        class Flowing { private readonly AsyncLocal<ExecutionUnit?> {|WEFT103:_unit|} = new(); }
        """);

    [Fact]
    public async Task Unit_InAFieldOfASingleton_IsAnInfo()
    {
        var test = new Verify.Test("""
            using Weft;
            sealed class Service
            {
                public static readonly Service Instance = new();
                private ExecutionUnit? {|#0:_unit|};
            }
            """);
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT103").WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithArguments("_unit"));
        await test.RunAsync();
    }

    [Fact]
    public Task Unit_ThatBelongsToOneExecutor_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System;
        using System.Threading;
        using Weft;
        class Worker
        {
            [ThreadStatic] private static ExecutionUnit? _ofThread;
            private static readonly ThreadLocal<ExecutionUnit> _local = new(() => ExecutionUnit.Current);
            private static ExecutionUnit Now => ExecutionUnit.Current;
            private static TraceContext _last;
            private static Func<ExecutionUnit>? _factory;
            private readonly ExecutionUnit _unit = ExecutionUnit.Current;
        }
        """);

    [Fact]
    public Task Fix_KeepsTheContext() => Verify.FixAsync("""
        using System.Threading;
        using Weft;

        static class Shared
        {
            private static ExecutionUnit? {|WEFT103:_main|};
            private static readonly AsyncLocal<ExecutionUnit?> {|WEFT103:_flowing|} = new();

            static void Remember(ExecutionUnitScope scope)
            {
                _main = scope.Unit; // the first
                _flowing.Value = ExecutionUnit.Current;
            }

            static void Go()
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "go", _main!.Context);
                using ExecutionUnitScope inner = ExecutionUnit.Start(ExecutionUnitKind.Task, "inner", _flowing.Value!.Context);
            }
        }
        """.Replace("_main!.", "_main.", StringComparison.Ordinal).Replace("Value!.", "Value.", StringComparison.Ordinal), """
        using System.Threading;
        using Weft;

        static class Shared
        {
            private static TraceContext _main;
            private static readonly AsyncLocal<TraceContext> _flowing = new();

            static void Remember(ExecutionUnitScope scope)
            {
                _main = scope.Unit.Context; // the first
                _flowing.Value = ExecutionUnit.Current.Context;
            }

            static void Go()
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "go", _main);
                using ExecutionUnitScope inner = ExecutionUnit.Start(ExecutionUnitKind.Task, "inner", _flowing.Value);
            }
        }
        """);

    [Theory]
    [InlineData("_main.Event(EventKind.Send);")]
    [InlineData("System.Console.WriteLine(_main);")]
    public Task Fix_WhereTheUnitItselfIsUsed_IsNotOffered(string use)
    {
        string source = $"using Weft; class Worker {{ private static ExecutionUnit {{|WEFT103:_main|}} = null!; void Run() {{ {use} }} }}";
        return Verify.FixAsync(source, source);
    }
}
