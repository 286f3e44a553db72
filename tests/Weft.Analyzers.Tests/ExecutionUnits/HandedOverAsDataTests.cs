using Microsoft.CodeAnalysis;
using Verify = Weft.Analyzers.Tests.WeftVerify<Weft.Analyzers.WeftAnalyzer, Weft.Analyzers.ExecutionUnits.HandedOverAsDataFix>;

namespace Weft.Analyzers.Tests.ExecutionUnits;

/// <summary>Proves that WEFT104 is reported where a unit is an item, or part of one, and that the fix sends the context, from the declaration to who reads it.</summary>
public sealed class HandedOverAsDataTests
{
    [Fact]
    public Task Item_ThatDoesSomethingItself_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Concurrent;
        using System.Threading.Tasks;
        using Weft;
        class Subscription
        {
            public int Id { get; set; }
            internal ExecutionUnit? Received { get; set; }
            public Task StopAsync() => Task.CompletedTask;
        }
        class Message
        {
            public ExecutionUnit? Sender { get; set; }
            public override string ToString() => "message";
        }
        class Server
        {
            readonly ConcurrentDictionary<int, Subscription> _all = new();
            readonly ConcurrentQueue<Message> _messages = new();
            void Add(Subscription subscription, TaskCompletionSource<Subscription> added, Message message)
            {
                _all.TryAdd(subscription.Id, subscription);
                added.SetResult(subscription);
                _messages.Enqueue({|WEFT104:message|});
            }
        }
        """);

    [Fact]
    public Task Unit_AsAnItemOrPartOfOne_IsFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Concurrent;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using Weft;
        class Message { public ExecutionUnit? Unit { get; set; } public string Text { get; set; } = ""; }
        class Holder { private readonly ExecutionUnit _own = ExecutionUnit.Current; }
        class Sender
        {
            async Task Run(ExecutionUnit unit, Channel<ExecutionUnit> channel, ConcurrentQueue<(int, ExecutionUnit)> queue, BlockingCollection<Message> messages, ConcurrentBag<Holder> holders, ConcurrentQueue<TraceContext> contexts)
            {
                await channel.Writer.WriteAsync({|WEFT104:unit|});
                channel.Writer.TryWrite({|WEFT104:unit|});
                queue.Enqueue({|WEFT104:(1, unit)|});
                messages.Add({|WEFT104:new Message { Unit = unit }|});
                holders.Add(new Holder());
                contexts.Enqueue(unit.Context);
            }
        }
        """);

    [Fact]
    public Task Fix_OfAChannel_SendsTheContext() => Verify.FixAsync("""
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using Weft;

        class Pipe
        {
            private readonly Channel<ExecutionUnit> _units = Channel.CreateUnbounded<ExecutionUnit>();

            async Task Send(ExecutionUnit unit) => await _units.Writer.WriteAsync({|WEFT104:unit|}); // over

            async Task Receive()
            {
                await foreach (ExecutionUnit sender in _units.Reader.ReadAllAsync())
                {
                    using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "receive", sender.Context);
                }
            }
        }
        """, """
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using Weft;

        class Pipe
        {
            private readonly Channel<TraceContext> _units = Channel.CreateUnbounded<TraceContext>();

            async Task Send(ExecutionUnit unit) => await _units.Writer.WriteAsync(unit.Context); // over

            async Task Receive()
            {
                await foreach (TraceContext sender in _units.Reader.ReadAllAsync())
                {
                    using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "receive", sender);
                }
            }
        }
        """);

    [Fact]
    public Task Fix_OfAMessage_ChangesItsMember() => Verify.FixAsync("""
        using System.Collections.Concurrent;
        using Weft;

        record Message(int Number, ExecutionUnit Sender);

        class Pipe
        {
            private readonly ConcurrentQueue<Message> _messages = new();

            void Send(ExecutionUnit unit) => _messages.Enqueue({|WEFT104:new Message(1, unit)|});

            void Receive()
            {
                while (_messages.TryDequeue(out Message? message))
                {
                    using var scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "receive", message.Sender.Context);
                }
            }
        }
        """, """
        using System.Collections.Concurrent;
        using Weft;

        record Message(int Number, TraceContext Sender);

        class Pipe
        {
            private readonly ConcurrentQueue<Message> _messages = new();

            void Send(ExecutionUnit unit) => _messages.Enqueue(new Message(1, unit.Context));

            void Receive()
            {
                while (_messages.TryDequeue(out Message? message))
                {
                    using var scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "receive", message.Sender);
                }
            }
        }
        """);

    [Fact]
    public Task Fix_WhereTheReceiverActsForTheSender_IsNotOffered()
    {
        const string Source = """
            using System.Collections.Concurrent;
            using Weft;
            class Pipe
            {
                private readonly ConcurrentQueue<ExecutionUnit> _units = new();
                void Send(ExecutionUnit unit) => _units.Enqueue({|WEFT104:unit|});
                void Receive() { if (_units.TryDequeue(out ExecutionUnit? unit)) unit.Event(EventKind.Receive); }
            }
            """;
        return Verify.FixAsync(Source, Source);
    }

    [Fact]
    public async Task Unit_KeptUnderAKey_IsInfo()
    {
        var test = new Verify.Test("""
            using System.Collections.Concurrent;
            using Weft;
            class Tracker
            {
                readonly ConcurrentDictionary<int, ExecutionUnit> _running = new();
                void Begin(int id, ExecutionUnit unit) => _running.TryAdd(id, {|#0:unit|});
            }
            """);
        test.TestState.ExpectedDiagnostics.Add(Verify.Diagnostic("WEFT104").WithLocation(0).WithSeverity(DiagnosticSeverity.Info).WithArguments("ConcurrentDictionary.TryAdd"));
        await test.RunAsync();
    }

    [Fact]
    public Task Unit_InACollectionOfTheMethodAlone_IsNotFlagged() => Verify.AnalyzerAsync("""
        using System.Collections.Concurrent;
        using System.Threading.Tasks;
        using Weft;
        class Sender
        {
            void Alone(ExecutionUnit[] units)
            {
                var open = new ConcurrentQueue<ExecutionUnit>();
                foreach (ExecutionUnit unit in units) open.Enqueue(unit);
                while (open.TryDequeue(out ExecutionUnit? unit)) unit.Event(EventKind.Send);
                foreach (ExecutionUnit unit in open) unit.Event(EventKind.Send);
            }
            void Captured(ExecutionUnit unit)
            {
                var open = new ConcurrentQueue<ExecutionUnit>();
                open.Enqueue({|WEFT104:unit|});
                Task.Run(() => open.TryDequeue(out _));
            }
            void Given(ExecutionUnit unit)
            {
                var open = new ConcurrentQueue<ExecutionUnit>();
                open.Enqueue({|WEFT104:unit|});
                Take(open);
            }
            ConcurrentQueue<ExecutionUnit> Returned(ExecutionUnit unit)
            {
                var open = new ConcurrentQueue<ExecutionUnit>();
                open.Enqueue({|WEFT104:unit|});
                return open;
            }
            static void Take(ConcurrentQueue<ExecutionUnit> open) { }
        }
        """);
}
