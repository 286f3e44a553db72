using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.ReceivedContextIgnoredFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT204 is reported where a unit is started for a message whose context nobody reads, and that the fix depends on it.</summary>
public sealed class ReceivedContextIgnoredTests
{
    [Fact]
    public Task Fix_DependsOnTheMessage() => Verify.FixAsync("""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Weft;
        record Order(int Id, TraceContext Trace);
        class Mail { public LineageContext Lineage { get; set; } }
        class Handler
        {
            void Handle(Order order)
            {
                using var scope = ExecutionUnit.{|WEFT204:Start|}(ExecutionUnitKind.Handler, "order");
            }
            async Task HandleAll(IAsyncEnumerable<Mail> mails)
            {
                await foreach (Mail mail in mails)
                {
                    using (ExecutionUnit.{|WEFT204:Start|}(ExecutionUnitKind.Handler, "mail")) { }
                }
            }
            Action<Order> Later => order => { using var scope = ExecutionUnit.{|WEFT204:Start|}(ExecutionUnitKind.Handler, "order"); };
        }
        """, """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Weft;
        record Order(int Id, TraceContext Trace);
        class Mail { public LineageContext Lineage { get; set; } }
        class Handler
        {
            void Handle(Order order)
            {
                using var scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "order", cause: order.Trace);
            }
            async Task HandleAll(IAsyncEnumerable<Mail> mails)
            {
                await foreach (Mail mail in mails)
                {
                    using (ExecutionUnit.Start(ExecutionUnitKind.Handler, "mail", cause: mail.Lineage.Trace)) { }
                }
            }
            Action<Order> Later => order => { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "order", cause: order.Trace); };
        }
        """);

    [Fact]
    public Task Context_ThatIsRead_IsNotFlagged() => Verify.AnalyzerAsync("""
        using Weft;
        record Order(int Id, TraceContext Trace);
        record Plain(int Id);
        class Handler
        {
            void Handle(Order order)
            {
                TraceContext cause = order.Trace;
                using var scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "order", cause);
                using var inner = ExecutionUnit.Start(ExecutionUnitKind.Task, "inner");
            }
            void Handle(Plain plain) { using var scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "plain"); }
        }
        """);
}
