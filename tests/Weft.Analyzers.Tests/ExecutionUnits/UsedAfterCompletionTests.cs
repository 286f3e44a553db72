using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Testing.EmptyCodeFixProvider>;

namespace Weft.Analyzers.Tests.ExecutionUnits;

/// <summary>Proves that WEFT105 is reported for events behind the end of their unit in the same block, and not for what may still be asked of it.</summary>
public sealed class UsedAfterCompletionTests
{
    [Fact]
    public Task Event_BehindTheEnd_IsFlagged() => Verify.AnalyzerAsync("""
        using Weft;
        class Worker
        {
            void Run(bool more)
            {
                ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "run");
                ExecutionUnit unit = scope.Unit;
                unit.Event(EventKind.Send);
                scope.Dispose();
                {|WEFT105:unit.Event(EventKind.Send)|};
                if (more) {|WEFT105:scope.Unit.Annotate("more", more)|};
            }
        }
        """);

    [Fact]
    public Task Unit_WhoseScopeWasStartedAnew_IsFlagged() => Verify.AnalyzerAsync("""
        using Weft;
        class Worker
        {
            void Run()
            {
                ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "run");
                ExecutionUnit unit = scope.Unit;
                scope.Dispose();
                scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "again");
                {|WEFT105:unit.Event(EventKind.Send)|};
                scope.Dispose();
                {|WEFT105:scope.Unit.Event(EventKind.Send)|};
                scope.Dispose();
                {|WEFT105:scope.Unit.Event(EventKind.Send)|};
                using (scope) {|WEFT105:scope.Unit.Event(EventKind.Send)|};
            }
        }
        """);

    [Fact]
    public Task Unit_AskedForItsLastEventOrStartedAnew_IsNotFlagged() => Verify.AnalyzerAsync("""
        using Weft;
        class Worker
        {
            void Run(bool early, int kind)
            {
                ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "run");
                if (early) { scope.Dispose(); return; }
                switch (kind)
                {
                    case 1: scope.Dispose(); return;
                    default: scope.Unit.Event(EventKind.Send); break;
                }
                scope.Unit.Event(EventKind.Send);
                scope.Dispose();
                ExecutionUnit.Current.Event(EventKind.Join, scope.Unit.LastEvent);
                scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "again");
                ExecutionUnit again = scope.Unit;
                again.Event(EventKind.Send);
                scope.Unit.Event(EventKind.Send);
                scope.Dispose();
            }
        }
        """);
}
