using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.ExecutionUnits.NeverCompletedFix>;

namespace Weft.Analyzers.Tests.ExecutionUnits;

/// <summary>Proves that WEFT107 is reported where nobody can end a unit, and that the fix declares its scope with using.</summary>
public sealed class NeverCompletedTests
{
    [Fact]
    public Task Fix_DeclaresTheScopeWithUsing() => Verify.FixAsync("""
        using Weft;

        class Worker
        {
            void Run()
            {
                // the whole run
                var scope = ExecutionUnit.{|WEFT107:Start|}(ExecutionUnitKind.Task, "a");
                scope.Unit.Event(EventKind.Send);
                ExecutionUnit.{|WEFT107:Start|}(ExecutionUnitKind.Task, "b");
                _ = ExecutionUnit.{|WEFT107:Start|}(ExecutionUnitKind.Task, "c");
                var unit = ExecutionUnit.{|WEFT107:Start|}(ExecutionUnitKind.Task, "d").Unit;
                unit.Event(EventKind.Send);
            }
        }
        """, """
        using Weft;

        class Worker
        {
            void Run()
            {
                // the whole run
                using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "a");
                scope.Unit.Event(EventKind.Send);
                using ExecutionUnitScope unitScope = ExecutionUnit.Start(ExecutionUnitKind.Task, "b");
                using ExecutionUnitScope unitScope2 = ExecutionUnit.Start(ExecutionUnitKind.Task, "c");
                using ExecutionUnitScope unitScope3 = ExecutionUnit.Start(ExecutionUnitKind.Task, "d");
                var unit = unitScope3.Unit;
                unit.Event(EventKind.Send);
            }
        }
        """);

    [Fact]
    public Task Scope_ThatIsEndedOrGivenAway_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System;
        using Weft;
        class Worker : IDisposable
        {
            private ExecutionUnitScope _scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "worker");
            private readonly ExecutionUnit _unit = ExecutionUnit.Start(ExecutionUnitKind.Process, "worker").Unit;
            ExecutionUnitScope Give() => ExecutionUnit.Start(ExecutionUnitKind.Task, "given");
            void Run()
            {
                using (ExecutionUnit.Start(ExecutionUnitKind.Task, "a")) { }
                using (_ = ExecutionUnit.Start(ExecutionUnitKind.Task, "discarded")) { }
                using (_ = ExecutionUnit.Start(ExecutionUnitKind.Task, "discarded"))
                using (ExecutionUnit.Start(ExecutionUnitKind.Task, "inner")) { }
                using var declared = ExecutionUnit.Start(ExecutionUnitKind.Task, "b");
                ExecutionUnitScope ended = ExecutionUnit.Start(ExecutionUnitKind.Task, "c");
                try { } finally { ended.Dispose(); }
                ExecutionUnitScope given = ExecutionUnit.Start(ExecutionUnitKind.Task, "d");
                Take(given);
                ExecutionUnitScope captured = ExecutionUnit.Start(ExecutionUnitKind.Task, "e");
                Action end = () => captured.Dispose();
                _scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "f");
                ExecutionUnitScope used = ExecutionUnit.Start(ExecutionUnitKind.Task, "g");
                using (used) { }
            }
            static void Take(ExecutionUnitScope scope) => scope.Dispose();
            public void Dispose() => _scope.Dispose();
        }
        """);

    [Fact]
    public Task Fix_InTopLevelStatements_Works() => new Verify.Test("""
        using Weft;
        var scope = ExecutionUnit.{|WEFT107:Start|}(ExecutionUnitKind.Task, "a");
        scope.Unit.Event(EventKind.Send);
        """, """
        using Weft;
        using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "a");
        scope.Unit.Event(EventKind.Send);
        """).AsProgram().RunAsync();
}
