using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.DroppedWorkFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT208 is reported where nobody waits for traced work, and that the fixes wait for it, or say that nobody does.</summary>
public sealed class DroppedWorkTests
{
    private const string Source = """
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            static async Task Work(TraceContext cause) => await Task.Yield();
            static async ValueTask Value(TraceContext cause) => await Task.Yield();
            static async Task Untraced() => await Task.Yield();
            async Task Run(TraceContext cause)
            {
                _ = {|WEFT208:Work|}(cause); // goes on
                {|WEFT208:Value|}(cause);
                await Work(cause);
                Task kept = Work(cause);
                _ = Untraced();
            }
        }
        """;

    [Fact]
    public Task Fix_Awaits() => Verify.FixAsync(Source, """
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            static async Task Work(TraceContext cause) => await Task.Yield();
            static async ValueTask Value(TraceContext cause) => await Task.Yield();
            static async Task Untraced() => await Task.Yield();
            async Task Run(TraceContext cause)
            {
                await Work(cause); // goes on
                await Value(cause);
                await Work(cause);
                Task kept = Work(cause);
                _ = Untraced();
            }
        }
        """);

    [Fact]
    public Task Fix_Detaches() => Verify.FixAsync(Source, """
        using System.Threading.Tasks;
        using Weft;
        class Worker
        {
            static async Task Work(TraceContext cause) => await Task.Yield();
            static async ValueTask Value(TraceContext cause) => await Task.Yield();
            static async Task Untraced() => await Task.Yield();
            async Task Run(TraceContext cause)
            {
                Lineage.Detach(Work(cause)); // goes on
                Lineage.Detach(Value(cause).AsTask());
                await Work(cause);
                Task kept = Work(cause);
                _ = Untraced();
            }
        }
        """, codeAction: 1);
}
