// Proves that recording an event, or asking for the current unit, allocates nothing.
using Weft.Capture;
using Weft.Tests.Capture;

namespace Weft.Tests.Events;

public sealed class EventAllocationTests : IDisposable
{
    private const int Events = 100_000;

    private static readonly Dictionary<string, Action<ExecutionUnit, ThreadBuffer, int>> _methods = new()
    {
        ["event"] = (unit, buffer, _) => unit.Add(buffer, EventKind.Send),
        ["event with everything"] = (unit, buffer, i) => unit.Add(buffer, EventKind.Receive, new EventId(new ExecutionUnitId(5), i + 1), 3),
        ["text"] = (unit, buffer, _) => unit.Add(buffer, "key", "some text"),
        ["number"] = (unit, buffer, i) => unit.Add(buffer, "key", AnnotationType.Integer, (ulong)i),
        ["current"] = (_, _, _) => Assert.NotNull(ExecutionUnit.Current),
        ["context"] = (unit, _, _) => Assert.False(unit.Context.IsNone),
        ["event of the current unit"] = (_, _, _) => ExecutionUnit.Current.Event(EventKind.Send),
        ["formatted text"] = (_, _, i) => ExecutionUnit.Current.Annotate("key", $"number {i}"),
    };

    private readonly TestSession _test = new();

    public static TheoryData<string> Methods => [.. _methods.Keys];

    public void Dispose() => _test.Dispose();

    [Theory]
    [MemberData(nameof(Methods))]
    public void Event_AllocatesNothing(string method)
    {
        using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "measured");
        Action<ExecutionUnit, ThreadBuffer, int> record = _methods[method];
        ThreadBuffer buffer = _test.NewBuffer();
        ExecutionUnit unit = _test.Begin(buffer, span: 7);
        for (int i = 0; i < Events; i++) record(unit, buffer, i);
        _test.Session.Flush();

        // Chunks come from a pool, or are made once per 64 KiB: far less than a byte an event.
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Events; i++) record(unit, buffer, i);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < Events / 8, $"{allocated} bytes for {Events} events");
    }
}
