using Weft;

namespace Specimen;

/// <summary>Two execution units, of which one waits for the other, and an output of the one that waited.</summary>
internal static class Kitchen
{
    internal static void Play()
    {
        int[] orders = [1, 2, 3];
        using ExecutionUnitScope waiter = ExecutionUnit.Start(ExecutionUnitKind.Process, "waiter", new TraceContext(TraceId.New(), default));
        waiter.Unit.Event(EventKind.Send);
        using ExecutionUnitScope kitchen = ExecutionUnit.Start(ExecutionUnitKind.Handler, "kitchen", waiter.Unit.Context);
        kitchen.Unit.Event(EventKind.Wait);
        Thread.Sleep(60);
        EventId paid = waiter.Unit.Event(EventKind.Signal);
        Thread.Sleep(20);
        kitchen.Unit.Event(EventKind.Resume, paid);
        kitchen.Unit.Annotate("dish", "soup");
        Thread.Sleep(150); // each of the three by far longer than the one before, so that their order is always the same
        List<int> soups = orders.Where(order => order > 1).ToList();
        Console.WriteLine(soups.Count);
    }
}
