// Proves that the current unit is that of the flow, whatever carries the flow on, and never that of another one.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Weft.Segments;

namespace Weft.Tests.Events;

public sealed class CurrentUnitTests
{
    [Fact]
    public void Current_WhereNothingWasStarted_IsTheThreadsOwn()
    {
        var units = new ConcurrentBag<ExecutionUnit>();
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(i => new Thread(() =>
        {
            units.Add(ExecutionUnit.Current);
            Assert.Same(ExecutionUnit.Current, ExecutionUnit.Current);
        }) { Name = "thread " + i })];
        using (ExecutionContext.SuppressFlow())
        {
            foreach (Thread thread in threads) thread.Start();
        }
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(4, units.Distinct().Count());
        Assert.Equal(4, units.Select(unit => unit.Trace).Distinct().Count());
        Assert.Equal(["thread 0", "thread 1", "thread 2", "thread 3"], units.Select(unit => unit.Name).Order());
        Assert.All(units, unit => Assert.Equal(ExecutionUnitKind.Thread, unit.Kind));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Current_BehindAwaits_IsTheFlows(bool continueOnCapturedContext)
    {
        var seenThreads = new HashSet<int>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "flow " + i);
            for (int round = 0; round < 20; round++)
            {
                await Task.Yield();
                Assert.Same(scope.Unit, ExecutionUnit.Current);
                await Task.Delay(1).ConfigureAwait(continueOnCapturedContext);
                Assert.Same(scope.Unit, ExecutionUnit.Current);
                await Task.Run(() => Assert.Same(scope.Unit, ExecutionUnit.Current)).ConfigureAwait(continueOnCapturedContext);
                await new OtherThread();
                Assert.Same(scope.Unit, ExecutionUnit.Current);
                lock (seenThreads) seenThreads.Add(Environment.CurrentManagedThreadId);
            }
            Assert.Same(scope.Unit, ExecutionUnit.Current);
        }));
        Assert.True(seenThreads.Count > 20);
    }

    // No line of these is woven: they are .NET's own.
    [Fact]
    public async Task Current_ThroughUnwovenLibraries_IsTheFlows()
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "libraries");
        var channel = Channel.CreateBounded<int>(1);
        Task writer = Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await channel.Writer.WriteAsync(i);
                Assert.Same(scope.Unit, ExecutionUnit.Current);
            }
            channel.Writer.Complete();
        });
        await foreach (int _ in channel.Reader.ReadAllAsync()) Assert.Same(scope.Unit, ExecutionUnit.Current);
        await writer;

        var timed = new TaskCompletionSource<ExecutionUnit>();
        using (new Timer(_ => timed.SetResult(ExecutionUnit.Current), null, 1, Timeout.Infinite)) Assert.Same(scope.Unit, await timed.Task);
        await Parallel.ForAsync(0, 10, (_, _) =>
        {
            Assert.Same(scope.Unit, ExecutionUnit.Current);
            return ValueTask.CompletedTask;
        });
        using var stream = new MemoryStream(new byte[10]);
        await stream.CopyToAsync(Stream.Null);
        Assert.Same(scope.Unit, ExecutionUnit.Current);
    }

    [Fact]
    public async Task Current_StartedInACallee_IsNotTheCallers()
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "caller");
        await Callee();
        Assert.Same(scope.Unit, ExecutionUnit.Current);

        async Task Callee()
        {
            ExecutionUnitScope left = ExecutionUnit.Start(ExecutionUnitKind.Task, "left open");
            await Task.Yield();
            Assert.Same(left.Unit, ExecutionUnit.Current);
        }
    }

    [Fact]
    public async Task Current_WhereTheFlowIsSuppressed_IsNobodyElses()
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "suppressing");
        Task<ExecutionUnit> suppressed;
        using (ExecutionContext.SuppressFlow())
        {
            suppressed = Task.Run(() => ExecutionUnit.Current);
            Assert.Same(scope.Unit, ExecutionUnit.Current);
        }
        ExecutionUnit other = await suppressed;
        Assert.NotSame(scope.Unit, other);
        Assert.Equal(ExecutionUnitKind.Thread, other.Kind);
        Assert.Same(scope.Unit, ExecutionUnit.Current);
    }

    [Fact]
    public async Task Start_ManyTasksInScopesInScopes_HoldsTheLaws()
    {
        var ids = new ConcurrentBag<ExecutionUnitId>();
        using (ExecutionUnitScope root = ExecutionUnit.Start(ExecutionUnitKind.Process, "root", new TraceContext(TraceId.New(), default)))
        {
            ids.Add(root.Unit.Id);
            await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => Work(i, depth: 3, ids))));
        }
        using RunRecording recording = ExecutionUnitTests.Read();
        EventLaws.AssertHold(recording, ids);
        Assert.Equal(1 + 32 * 15, ids.Count);
        RecordedUnit[] units = [.. ids.Select(id => recording.Unit(id)!)];
        Assert.Single(units.Select(unit => unit.Trace).Distinct());
        Assert.All(ids, id => Assert.Contains(recording.EventsOf(id), each => each.Kind == EventKind.Complete));
        Assert.All(units, unit => Assert.True(unit.Name == "root" || ids.Contains(unit.Cause.Unit)));

        static async Task Work(int number, int depth, ConcurrentBag<ExecutionUnitId> ids)
        {
            using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, $"work at {depth}");
            ids.Add(scope.Unit.Id);
            scope.Unit.Annotate("number", number);
            for (int i = 0; i < 50; i++)
            {
                scope.Unit.Event(EventKind.Send);
                scope.Unit.Event(EventKind.Wait);
                if (i % 10 == 0) await Task.Yield();
                scope.Unit.Event(EventKind.Resume);
            }
            if (depth == 0) return;
            await Task.WhenAll(Work(2 * number, depth - 1, ids), Task.Run(() => Work(2 * number + 1, depth - 1, ids)));
        }
    }

    // Goes on on a thread that knows nothing of the flow.
    private sealed class OtherThread : INotifyCompletion
    {
        public bool IsCompleted => false;

        public OtherThread GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => new Thread(() => continuation()).UnsafeStart();
    }
}
