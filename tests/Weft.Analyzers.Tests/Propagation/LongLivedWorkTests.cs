using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.LongLivedWorkFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT207 is reported where the handling of a request starts work that outlives it, in its own trace, and that the fix begins another that is linked to it.</summary>
public sealed class LongLivedWorkTests
{
    [Fact]
    public Task Fix_BeginsATraceWithALink() => Verify.FixAsync("""
        using System.Threading;
        using System.Threading.Tasks;
        using Weft;
        class Server
        {
            void Handle(TraceContext cause)
            {
                using ExecutionUnitScope request = ExecutionUnit.Start(ExecutionUnitKind.Handler, "request", cause);
                new Thread(() =>
                {
                    using var scope = ExecutionUnit.{|WEFT207:Start|}(ExecutionUnitKind.Process, "sweeper");
                }).Start();
                Task.Run(() => { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "part of the request"); });
            }
            void Start() => new Thread(() => { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "of the program"); }).Start();
        }
        """, """
        using System.Threading;
        using System.Threading.Tasks;
        using Weft;
        class Server
        {
            void Handle(TraceContext cause)
            {
                using ExecutionUnitScope request = ExecutionUnit.Start(ExecutionUnitKind.Handler, "request", cause);
                TraceContext context = new TraceContext(TraceId.New(), ExecutionUnit.Current.LastEvent);
                new Thread(() =>
                {
                    using var scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "sweeper", cause: context);
                }).Start();
                Task.Run(() => { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "part of the request"); });
            }
            void Start() => new Thread(() => { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "of the program"); }).Start();
        }
        """);
}
