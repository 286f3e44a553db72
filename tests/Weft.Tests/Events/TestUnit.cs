using Weft.Capture;
using Weft.Events;
using Weft.Tests.Capture;

namespace Weft.Tests.Events;

/// <summary>Execution units of a recording of its own.</summary>
internal static class TestUnit
{
    internal static ExecutionUnit Begin(this TestSession test, ThreadBuffer events, string name = "unit", EventId cause = default, ExecutionUnitKind kind = ExecutionUnitKind.Task, TraceId trace = default, ulong span = 0) =>
        new(test.Session, events, kind, name, new TraceContext(trace, cause), new CurrentRecord(span, 0));
}
