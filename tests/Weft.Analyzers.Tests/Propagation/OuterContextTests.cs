using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.OuterContextFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT202 is reported where the context that the open unit began with is passed on, and that the fix passes the unit's own.</summary>
public sealed class OuterContextTests
{
    [Fact]
    public Task Fix_PassesTheInnerContext() => Verify.FixAsync("""
        using Weft;
        class Handler
        {
            void Send(string text, TraceContext context) { }
            void Handle(TraceContext context, TraceContext other)
            {
                Send("before", context);
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "h", context);
                Send("a", {|WEFT202:context|} /* here */);
                Send("b", other);
                Send("c", context: {|WEFT202:context|});
                using (var inner = ExecutionUnit.Start(ExecutionUnitKind.Task, "sibling", context)) Send("d", {|WEFT202:context|});
            }
        }
        """, """
        using Weft;
        class Handler
        {
            void Send(string text, TraceContext context) { }
            void Handle(TraceContext context, TraceContext other)
            {
                Send("before", context);
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "h", context);
                Send("a", scope.Unit.Context /* here */);
                Send("b", other);
                Send("c", context: scope.Unit.Context);
                using (var inner = ExecutionUnit.Start(ExecutionUnitKind.Task, "sibling", context)) Send("d", inner.Unit.Context);
            }
        }
        """);
}
