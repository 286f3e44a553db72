using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.FlowSuppressedFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT206 is reported where work without its creator's execution context uses the current unit, and that the fix hands the context over.</summary>
public sealed class FlowSuppressedTests
{
    [Fact]
    public Task Fix_HandsTheContextOver() => new Verify.Test("""
        using System.Threading;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            void Run(CancellationToken token)
            {
                ThreadPool.UnsafeQueueUserWorkItem(_ => {|WEFT206:ExecutionUnit.Current|}.Annotate("a", 1), null);
                using (ExecutionContext.SuppressFlow())
                {
                    Task.Run(() => { using var scope = ExecutionUnit.{|WEFT206:Start|}(ExecutionUnitKind.Task, "t"); });
                }
                Task.Run(() => ExecutionUnit.Current.Annotate("flows", 1));
                token.UnsafeRegister(_ => System.Console.WriteLine(), null);
            }
        }
        """, """
        using System.Threading;
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            void Run(CancellationToken token)
            {
                TraceContext context = ExecutionUnit.Current.Context;
                ThreadPool.UnsafeQueueUserWorkItem(_ =>
                {
                    using ExecutionUnitScope taskScope = ExecutionUnit.Start(ExecutionUnitKind.Task, "Run", context);
                    taskScope.Unit.Annotate("a", 1);
                }, null);
                using (ExecutionContext.SuppressFlow())
                {
                    TraceContext context2 = ExecutionUnit.Current.Context;
                    Task.Run(() => { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "t", cause: context2); });
                }
                Task.Run(() => ExecutionUnit.Current.Annotate("flows", 1));
                token.UnsafeRegister(_ => System.Console.WriteLine(), null);
            }
        }
        """).WithWeftMode("Off").RunAsync(); // woven, the hand-over is followed
}
