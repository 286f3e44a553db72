using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.ExecutionUnits;
using Weft.Analyzers.Lineage;
using Weft.Analyzers.Propagation;

namespace Weft.Analyzers.Tests;

/// <summary>Proves that fixes whose change concerns declarations or uses in other files change these too: one by one, and in a document, project and solution at once.</summary>
public sealed class SpanningFixTests
{
    [Fact]
    public Task SharedState_UsedInAnotherFile_IsChangedThere() => FixAsync<SharedStateFix>(
        ["""
        using Weft;

        static class State
        {
            internal static ExecutionUnit? {|WEFT103:Main|}; // the program's own
        }
        """, """
        using Weft;

        class Program
        {
            void Keep(ExecutionUnit unit) => State.Main = unit; // kept

            void Later()
            {
                using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "later", State.Main!.Context);
            }
        }
        """],
        ["""
        using Weft;

        static class State
        {
            internal static TraceContext Main; // the program's own
        }
        """, """
        using Weft;

        class Program
        {
            void Keep(ExecutionUnit unit) => State.Main = unit.Context; // kept

            void Later()
            {
                using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "later", State.Main);
            }
        }
        """]);

    [Fact]
    public Task SharedState_WhoseUnitAnotherFileActsFor_IsLeft()
    {
        string[] sources =
        [
            "using Weft;\nstatic class State { internal static ExecutionUnit? {|WEFT103:Main|}; }\n",
            "using Weft;\nclass Program { void Keep(ExecutionUnit unit) => State.Main = unit; void Act() => State.Main!.Event(EventKind.Send); }\n",
        ];
        return FixAsync<SharedStateFix>(sources, sources);
    }

    [Fact]
    public Task Data_OfAMessageInAnotherFile_IsChangedWhereverItIs() => FixAsync<HandedOverAsDataFix>(
        ["""
        using System.Collections.Concurrent;
        using Weft;

        class Sender
        {
            internal static readonly ConcurrentQueue<Message> Messages = new();

            void Send(ExecutionUnit unit)
            {
                Messages.Enqueue({|WEFT104:new Message(1, unit)|});
                Messages.Enqueue({|WEFT104:new Message(2, unit)|});
            }
        }
        """, """
        using Weft;

        record Message(int Number, ExecutionUnit Sender);
        """, """
        using Weft;

        class Receiver
        {
            void Receive()
            {
                while (Sender.Messages.TryDequeue(out Message? message))
                {
                    using var scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "receive", message.Sender.Context);
                }
            }
        }
        """],
        ["""
        using System.Collections.Concurrent;
        using Weft;

        class Sender
        {
            internal static readonly ConcurrentQueue<Message> Messages = new();

            void Send(ExecutionUnit unit)
            {
                Messages.Enqueue(new Message(1, unit.Context));
                Messages.Enqueue(new Message(2, unit.Context));
            }
        }
        """, """
        using Weft;

        record Message(int Number, TraceContext Sender);
        """, """
        using Weft;

        class Receiver
        {
            void Receive()
            {
                while (Sender.Messages.TryDequeue(out Message? message))
                {
                    using var scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "receive", message.Sender);
                }
            }
        }
        """]);

    [Fact]
    public Task Data_OfAChannelInAnotherFile_IsChangedWhereverItIs() => FixAsync<HandedOverAsDataFix>(
        ["""
        using System.Threading.Tasks;
        using Weft;

        class Sender
        {
            async Task Send(ExecutionUnit unit) => await Pipes.Units.Writer.WriteAsync({|WEFT104:unit|});
        }
        """, """
        using System.Threading.Channels;
        using Weft;

        static class Pipes
        {
            internal static readonly Channel<ExecutionUnit> {|WEFT103:Units|} = Channel.CreateUnbounded<ExecutionUnit>();
        }
        """],
        ["""
        using System.Threading.Tasks;
        using Weft;

        class Sender
        {
            async Task Send(ExecutionUnit unit) => await Pipes.Units.Writer.WriteAsync(unit.Context);
        }
        """, """
        using System.Threading.Channels;
        using Weft;

        static class Pipes
        {
            internal static readonly Channel<TraceContext> Units = Channel.CreateUnbounded<TraceContext>();
        }
        """]);

    [Fact]
    public Task Message_WhoseTypeIsInAnotherFile_GetsItsMemberThere() => FixAsync<MessageWithoutContextFix>(
        ["""
        using System.Collections.Concurrent;
        using Weft;

        class Sender
        {
            private readonly ConcurrentBag<Order> _orders = new();

            void Send(TraceContext cause)
            {
                _orders.Add({|WEFT203:new Order(1)|});
                _orders.Add({|WEFT203:new Order(2)|}); // twice
            }
        }
        """, """
        record Order(int Id);
        """],
        ["""
        using System.Collections.Concurrent;
        using Weft;

        class Sender
        {
            private readonly ConcurrentBag<Order> _orders = new();

            void Send(TraceContext cause)
            {
                _orders.Add(new Order(1) { Trace = cause });
                _orders.Add(new Order(2) { Trace = cause }); // twice
            }
        }
        """, """
        record Order(int Id)
        {
            public Weft.TraceContext Trace { get; init; }
        }
        """]);

    [Fact]
    public Task Json_OfARecordInAnotherFile_IsIncludedThere() => FixAsync<DroppedBySerializerFix>(
        ["""
        using System.Text.Json;

        class Writer
        {
            string Write(Order order) => JsonSerializer.Serialize({|WEFT304:order|});
        }
        """, """
        using Weft;

        class Order
        {
            public int Id { get; set; }

            // where it comes from
            public TraceContext Trace;
        }
        """],
        ["""
        using System.Text.Json;

        class Writer
        {
            string Write(Order order) => JsonSerializer.Serialize(order);
        }
        """, """
        using Weft;

        class Order
        {
            public int Id { get; set; }

            // where it comes from
            [System.Text.Json.Serialization.JsonInclude]
            public TraceContext Trace;
        }
        """]);

    [Fact]
    public Task Executor_OfAPartialMethod_IsMarked() => FixAsync<ExecutorWithoutAnnotationFix>(
        ["""
        using System;
        using System.Threading.Tasks;

        partial class Pool
        {
            public partial void Post(Action work) => Task.Run({|WEFT211:work|});
        }
        """, """
        using System;

        partial class Pool
        {
            public partial void Post(Action work);
        }
        """],
        ["""
        using System;
        using System.Threading.Tasks;

        partial class Pool
        {
            public partial void Post([Weft.RunsConcurrently] Action work) => Task.Run(work);
        }
        """, """
        using System;

        partial class Pool
        {
            public partial void Post(Action work);
        }
        """]);

    private static Task FixAsync<TFix>(string[] sources, string[] fixedSources)
        where TFix : CodeFixProvider, new()
    {
        var test = new WeftVerify<WeftAnalyzer, TFix>.Test(sources[0], fixedSources[0]);
        foreach (string source in sources[1..]) test.TestState.Sources.Add(source);
        foreach (string source in fixedSources[1..]) test.FixedState.Sources.Add(source);
        return test.RunAsync();
    }
}
