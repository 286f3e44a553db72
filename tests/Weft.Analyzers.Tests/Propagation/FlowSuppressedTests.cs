using Microsoft.CodeAnalysis;
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

    [Fact]
    public async Task Unit_StartedWhereFlowIsSuppressedOnPurpose_IsInfo()
    {
        Verify.Test test = new Verify.Test("""
            using System.Threading;
            using System.Threading.Tasks;
            using Weft;
            class Worker
            {
                void Run()
                {
                    using (ExecutionContext.SuppressFlow())
                    {
                        Task.Run(() => { using var scope = ExecutionUnit.{|#0:Start|}(ExecutionUnitKind.Task, "loop"); });
                        Task.Run(() => {|#1:ExecutionUnit.Current|}.Annotate("a", 1));
                        Task.Run(() => { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "by itself", TraceContext.None); });
                        Task.Run(() => System.Console.WriteLine());
                    }
                    ThreadPool.UnsafeQueueUserWorkItem(_ => { using var scope = ExecutionUnit.{|#2:Start|}(ExecutionUnitKind.Task, "unsafe"); }, null);
                }
            }
            """).WithWeftMode("Off");
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT206").WithLocation(0).WithSeverity(DiagnosticSeverity.Info).WithArguments("Task.Run"));
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT206").WithLocation(1).WithArguments("Task.Run"));
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT206").WithLocation(2).WithArguments("ThreadPool.UnsafeQueueUserWorkItem"));
        await test.RunAsync();
    }
}
