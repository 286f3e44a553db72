using Weft.Capture;
using Weft.Events;

namespace Weft.Tests.Host;

/// <summary>Records events and then ends in the way that was asked for, or tells what became of them where they are switched off.</summary>
internal static class EventsHost
{
    internal static async Task<int> Run(string what)
    {
        switch (what)
        {
            case "kill":
                await Work(rounds: 100);
                Recorder.Flush();
                Console.WriteLine(Recorder.RunDirectory);
                await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Work(int.MaxValue))));
                return 1;
            case "exit":
                await Work(rounds: 100);
                return 0;
            case "throw":
                await Work(rounds: 100);
                throw new InvalidOperationException("as the test asked for");
            case "off":
                return await TellWhatIsLeft();
            default:
                return 2;
        }
    }

    private static async Task Work(int rounds)
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "work");
        for (int i = 0; i < rounds; i++)
        {
            Task<EventId> child = Child(i);
            scope.Unit.Event(EventKind.Wait);
            EventId end = await child;
            scope.Unit.Event(EventKind.Join, end);
        }
    }

    private static async Task<EventId> Child(int number)
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "child");
        scope.Unit.Annotate("number", $"child {number}");
        scope.Unit.Suspend();
        await Task.Yield();
        return scope.Unit.Event(EventKind.Signal);
    }

    // One line for each thing that could be left; the test knows what it should be.
    private static async Task<int> TellWhatIsLeft()
    {
        bool wasEvaluated = false;
        string Evaluated()
        {
            wasEvaluated = true;
            return "value";
        }

        ExecutionUnit current = ExecutionUnit.Current;
        current.Record = new CurrentRecord(7, 1);
        ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "off", new TraceContext(TraceId.New(), default, new SpanId(9)));
        using ExecutionUnitScope inner = ExecutionUnit.Start(ExecutionUnitKind.Task, "inner");
        await Task.Yield();
        ExecutionUnit unit = ExecutionUnit.Current;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++)
        {
            EventId sent = ExecutionUnit.Current.Event(EventKind.Send);
            if (!sent.IsNone) throw new InvalidOperationException("an event was recorded");
            unit.Annotate("key", "value");
            unit.Annotate("key", i);
            unit.Annotate("key", $"{Evaluated()} and {i}");
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine($"allocated: {allocated}");
        Console.WriteLine($"evaluated: {wasEvaluated}");
        Console.WriteLine($"identities: {current.Id} {unit.Id} {unit.Trace} {unit.LastEvent} {scope.Unit.Context.Event}");
        Console.WriteLine($"record: {unit.Record.Span}");
        inner.Dispose();
        scope.Dispose();
        Recorder.Flush();
        Console.WriteLine($"folder: {Recorder.RunDirectory}");
        return 0;
    }
}
