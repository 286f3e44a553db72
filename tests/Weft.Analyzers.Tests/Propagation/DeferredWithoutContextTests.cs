using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.DeferredWithoutContextFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT205 is reported where deferred work uses whatever unit is current when it runs, and that the fix hands it its creator's context.</summary>
public sealed class DeferredWithoutContextTests
{
    [Fact]
    public Task Fix_HandsTheCreatorsContextOver() => new Verify.Test("""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Weft;

        class Worker
        {
            event Action? Done;

            void Run(Task task, CancellationToken token)
            {
                task.ContinueWith(_ =>
                {
                    using var scope = ExecutionUnit.{|WEFT205:Start|}(ExecutionUnitKind.Task, "then");
                });
                token.Register(() => {|WEFT205:ExecutionUnit.Current|}.Annotate("cancelled", true));
                Done += () => {|WEFT205:ExecutionUnit.Current|}.Event(EventKind.Signal);
            }
        }
        """, """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Weft;

        class Worker
        {
            event Action? Done;

            void Run(Task task, CancellationToken token)
            {
                TraceContext context = ExecutionUnit.Current.Context;
                task.ContinueWith(_ =>
                {
                    using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "then", cause: context);
                });
                TraceContext context2 = ExecutionUnit.Current.Context;
                token.Register(() =>
                {
                    using ExecutionUnitScope taskScope = ExecutionUnit.Start(ExecutionUnitKind.Task, "Run", context2);
                    taskScope.Unit.Annotate("cancelled", true);
                });
                TraceContext context3 = ExecutionUnit.Current.Context;
                Done += () =>
                {
                    using ExecutionUnitScope taskScope2 = ExecutionUnit.Start(ExecutionUnitKind.Task, "Run", context3);
                    taskScope2.Unit.Event(EventKind.Signal);
                };
            }
        }
        """).WithWeftMode("Off").RunAsync(); // woven, the hand-over is followed

    [Fact]
    public Task Work_ThatDependsOnWhatItWasGiven_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            event Action? Done;
            void Run(Task task, TraceContext context)
            {
                task.ContinueWith(_ => { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "then", context); ExecutionUnit.Current.Event(EventKind.Send); });
                task.ContinueWith(_ => Console.WriteLine("nothing of Weft"));
                Task.Run(() => ExecutionUnit.Current.Event(EventKind.Send));
                Done -= () => ExecutionUnit.Current.Event(EventKind.Send);
                task.ContinueWith(_ => ExecutionUnit.Current.Event(EventKind.Send)); // the weaver follows it
            }
        }
        """);
}
