using System.Diagnostics;
using Weft.Capture;
using Weft.Events;
using Weft.Segments;
using Weft.Store.Runs;
using Weft.Store.Tests.Recordings;

namespace Weft.Store.Tests.Events;

/// <summary>Events that a test records by hand, at times of its choice: nanoseconds since the history began, by the clock of the process.</summary>
internal sealed class History : IDisposable
{
    private readonly TestRun _run;
    private readonly Dictionary<ulong, long> _numbers = [];
    private readonly Dictionary<ulong, ThreadBuffer> _buffers = [];
    private readonly long _zero;

    /// <param name="processId">The random id of the process.</param>
    /// <param name="beside">The history of another process, that began at the same time.</param>
    internal History(ulong processId = 1, History? beside = null)
    {
        _run = new TestRun(processId: processId);
        _zero = beside?._zero ?? Stopwatch.GetTimestamp();
    }

    internal TestRun Run => _run;

    /// <summary>What was recorded of each unit, ascending by number; times in ticks of the stopwatch.</summary>
    internal Dictionary<ExecutionUnitId, List<RecordedEvent>> Recorded { get; } = [];

    /// <summary>Begins a unit.</summary>
    internal ExecutionUnitId Begin(string name, long time, EventId cause = default, TraceId trace = default, ExecutionUnitKind kind = ExecutionUnitKind.Task)
    {
        var id = ExecutionUnitId.New();
        _run.Session.Post(new PostedUnit(id, kind, name, trace, cause, Thread: 7));
        _buffers[id.Value] = _run.NewBuffer();
        Recorded[id] = [];
        Add(id, EventKind.Start, time, cause);
        return id;
    }

    /// <summary>Records an event.</summary>
    internal EventId Add(ExecutionUnitId unit, EventKind kind, long time, EventId reference = default, ulong span = 0)
    {
        long number = _numbers[unit.Value] = _numbers.GetValueOrDefault(unit.Value) + 1;
        long ticks = _zero + time * Stopwatch.Frequency / 1_000_000_000;
        _buffers[unit.Value].Event(unit.Value, EventRow.Head(kind, number, 0), ticks, reference, 0, span);
        Recorded[unit].Add(new RecordedEvent(number, kind, ticks, reference, 0, span, null, null));
        return new EventId(unit, number);
    }

    /// <summary>Attaches a key and a text.</summary>
    internal void Annotate(ExecutionUnitId unit, string key, string text, long time)
    {
        long number = _numbers[unit.Value] = _numbers.GetValueOrDefault(unit.Value) + 1;
        long ticks = _zero + time * Stopwatch.Frequency / 1_000_000_000;
        _buffers[unit.Value].Event(unit.Value, EventRow.Head(EventKind.Annotate, number, 0), ticks, 0, AnnotationKeys.Intern(key), text);
        Recorded[unit].Add(new RecordedEvent(number, EventKind.Annotate, ticks, default, 0, 0, key, text));
    }

    /// <summary>From here on the unit goes on on another thread, which the writer may visit earlier.</summary>
    internal void Move(ExecutionUnitId unit) => _buffers[unit.Value] = _run.NewBuffer();

    /// <summary>Lets the writer write what is there.</summary>
    internal void Flush() => _run.Session.Flush();

    internal OpenRun Close() => _run.Close();

    public void Dispose() => _run.Dispose();
}
