using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.Propagation.MessageWithoutContextFix>;

namespace Weft.Analyzers.Tests.Propagation;

/// <summary>Proves that WEFT203 is reported where traced code sends a message of its own without a context, that it is silent where the weaver carries one, and that the fix adds one.</summary>
public sealed class MessageWithoutContextTests
{
    [Fact]
    public Task Message_WhoseContextIsLeftUnset_IsFlaggedAndGivenOne() => Verify.FixAsync("""
        using System.Collections.Concurrent;
        using Weft;

        record Order(int Id) { public TraceContext Trace { get; init; } }
        record Traced(int Id, TraceContext Trace);
        class Own { public TraceContext Trace { get; } = ExecutionUnit.Current.Context; }
        class Taken { public Taken() => Trace = ExecutionUnit.Current.Context; public TraceContext Trace { get; set; } }

        class Sender
        {
            void Send(ConcurrentBag<object> bag, TraceContext cause, Order order)
            {
                bag.Add({|WEFT203:new Order(1)|}); // first
                bag.Add(new Order(1) { Trace = cause });
                bag.Add(order);
                bag.Add(new Traced(1, cause));
                bag.Add(new Own());
                bag.Add(new Taken());
            }
        }
        """, """
        using System.Collections.Concurrent;
        using Weft;

        record Order(int Id) { public TraceContext Trace { get; init; } }
        record Traced(int Id, TraceContext Trace);
        class Own { public TraceContext Trace { get; } = ExecutionUnit.Current.Context; }
        class Taken { public Taken() => Trace = ExecutionUnit.Current.Context; public TraceContext Trace { get; set; } }

        class Sender
        {
            void Send(ConcurrentBag<object> bag, TraceContext cause, Order order)
            {
                bag.Add(new Order(1) { Trace = cause }); // first
                bag.Add(new Order(1) { Trace = cause });
                bag.Add(order);
                bag.Add(new Traced(1, cause));
                bag.Add(new Own());
                bag.Add(new Taken());
            }
        }
        """);

    [Fact]
    public Task Fix_AddsAMemberAndFillsIt() => new Verify.Test("""
        using System.Collections.Concurrent;
        using Weft;

        record Order(int Id);

        class Note
        {
            public string Text { get; set; } = "";
        }

        class Sender
        {
            void Send(ConcurrentBag<Order> orders, BlockingCollection<Note> notes, ExecutionUnit unit)
            {
                orders.Add({|WEFT203:new Order(1)|});
                notes.Add({|WEFT203:new Note { Text = "a" }|});
            }
        }
        """, """
        using System.Collections.Concurrent;
        using Weft;

        record Order(int Id)
        {
            public TraceContext Trace { get; init; }
        }

        class Note
        {
            public string Text { get; set; } = "";
            public TraceContext Trace { get; init; }
        }

        class Sender
        {
            void Send(ConcurrentBag<Order> orders, BlockingCollection<Note> notes, ExecutionUnit unit)
            {
                orders.Add(new Order(1) { Trace = unit.Context });
                notes.Add(new Note { Text = "a", Trace = unit.Context });
            }
        }
        """).WithWeftMode("Off").RunAsync(); // nothing is followed then, whatever the weaver follows

    [Fact]
    public Task Message_WithAContextOrFromCodeWithoutATrace_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Concurrent;
        using System.Threading.Channels;
        using Weft;
        record Order(int Id, TraceContext Trace);
        record Plain(int Id);
        class Sender
        {
            void Traced(ConcurrentBag<Order> orders, ConcurrentBag<string> texts, Channel<Plain> channel, ExecutionUnit unit)
            {
                orders.Add(new Order(1, unit.Context));
                texts.Add("somebody else's type");
                channel.Writer.TryWrite(new Plain(1));
            }
            void Untraced(ConcurrentBag<Plain> orders) => orders.Add(new Plain(1));
        }
        """);

    [Fact]
    public Task Channel_WhereNothingIsWoven_IsFlagged() => new Verify.Test("""
        using System.Threading.Channels;
        using Weft;
        record Plain(int Id);
        class Sender { void Traced(Channel<Plain> channel, ExecutionUnit unit) => channel.Writer.TryWrite({|WEFT203:new Plain(1)|}); }
        """).WithWeftMode("Off").RunAsync();

    [Fact]
    public async Task Message_ToABroker_IsAWarning()
    {
        var test = new Verify.Test("""
            using System.Threading.Tasks;
            using Weft;
            namespace NATS.Client.Core { interface INatsConnection { Task PublishAsync<T>(string subject, T data); } }
            record Plain(int Id);
            class Sender { Task Traced(NATS.Client.Core.INatsConnection nats, ExecutionUnit unit) => nats.PublishAsync("s", {|#0:new Plain(1)|}); }
            """);
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT203").WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));
        await test.RunAsync();
    }
}
