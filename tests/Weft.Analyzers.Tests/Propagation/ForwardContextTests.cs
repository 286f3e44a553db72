using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.ForwardContextFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT201 is reported where a call leaves out a context that is at hand, that an explicit None is honoured, and that the fix passes the context.</summary>
public sealed class ForwardContextTests
{
    [Fact]
    public Task Call_InACaseOfTheContext_IsNotFlagged() => Verify.AnalyzerAsync("""
        using Weft;
        class Sender
        {
            object Send(string text, TraceContext context = default) => text;
            object Decide(TraceContext cause) => cause == default ? Send("root") : Send("child", cause);
            object Ask(TraceContext cause, bool isRoot)
            {
                if (cause.Equals(TraceContext.None)) return Send("root");
                return isRoot ? {|WEFT201:Send|}("root") : Send("child", cause);
            }
        }
        """);

    [Fact]
    public Task Fix_PassesTheContextThatIsAtHand() => Verify.FixAsync("""
        using System.Threading.Tasks;
        using Weft;

        class Sender
        {
            void Send(string text, TraceContext context = default, int retries = 3) { }
            void Over(string text) { }
            void Over(string text, TraceContext context) { }
            void Generic<T>(T item) { }
            void Generic<T>(T item, TraceContext context) { }

            void Run(TraceContext context)
            {
                {|WEFT201:Send|}("a"); // first
                this.{|WEFT201:Send|}(
                    "b",
                    retries: 1);
                {|WEFT201:Over|}("c");
                {|WEFT201:Generic|}(1);
                var made = new {|WEFT201:Envelope|}("d") { Text = "e" };
                Envelope target = {|WEFT201:new("d")|};
                void Local() => {|WEFT201:Send|}("f");
            }

            void OfUnit(ExecutionUnit unit) => {|WEFT201:Send|}("a");

            async Task OfScope()
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "s");
                {|WEFT201:Send|}("a");
            }

            void OfMessage(LineageContext received)
            {
                {|WEFT201:Send|}("a");
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "h", received.Trace);
            }

            void Unused(TraceContext cause)
            {
                using ExecutionUnitScope scope = ExecutionUnit.{|WEFT201:Start|}(ExecutionUnitKind.Handler, "h");
            }
        }

        class Envelope(string text, TraceContext context = default) { public string Text { get; set; } = text; }
        """, """
        using System.Threading.Tasks;
        using Weft;

        class Sender
        {
            void Send(string text, TraceContext context = default, int retries = 3) { }
            void Over(string text) { }
            void Over(string text, TraceContext context) { }
            void Generic<T>(T item) { }
            void Generic<T>(T item, TraceContext context) { }

            void Run(TraceContext context)
            {
                Send("a", context: context); // first
                this.Send(
                    "b",
                    retries: 1, context: context);
                Over("c", context: context);
                Generic(1, context: context);
                var made = new Envelope("d", context: context) { Text = "e" };
                Envelope target = new("d", context: context);
                void Local() => Send("f", context: context);
            }

            void OfUnit(ExecutionUnit unit) => Send("a", context: unit.Context);

            async Task OfScope()
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "s");
                Send("a", context: scope.Unit.Context);
            }

            void OfMessage(LineageContext received)
            {
                Send("a", context: received.Trace);
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "h", received.Trace);
            }

            void Unused(TraceContext cause)
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "h", cause: cause);
            }
        }

        class Envelope(string text, TraceContext context = default) { public string Text { get; set; } = text; }
        """);

    [Fact]
    public Task Fix_OfNestedCalls_MendsBoth() => Verify.FixAsync("""
        using Weft;
        class Sender
        {
            int Send(int n, TraceContext context = default) => n;
            int Run(TraceContext trace) =>
                {|WEFT201:Send|}(
                    {|WEFT201:Send|}(1));
        }
        """, """
        using Weft;
        class Sender
        {
            int Send(int n, TraceContext context = default) => n;
            int Run(TraceContext trace) =>
                Send(
                    Send(1, context: trace), context: trace);
        }
        """);

    [Fact]
    public Task Call_ThatSaysNoneOrHasNoContextToPass_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System;
        using Weft;
        class Sender
        {
            void Send(string text, TraceContext context = default) { }
            void Old(string text) { }
            [Obsolete] void Old(string text, TraceContext context) { }
            void Wrap(string text) => Wrap(text, TraceContext.None);
            void Wrap(string text, TraceContext context) => Wrap(text);
            void Other(string text) { }
            void Other(int number, TraceContext context) { }
            void Run(TraceContext context)
            {
                Send("a", TraceContext.None);
                Send("a", default);
                Send("a", context);
                Old("a");
                Other("a");
                Action later = () => Send("another function");
                static void Local(Sender sender) => sender.Send("static");
                using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "read above");
            }
            void Nothing() => Send("a");
            void Two(TraceContext left, TraceContext right) => Send("which?");
        }
        """);
}
