using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Carriers;
using Weft.Events;

namespace Weft;

/// <summary>One sequential executor: a thread, an asynchronous flow, the handling of a message. It numbers its events without a gap.</summary>
/// <remarks>
/// Never shared by executors that run at once. Where code that is not woven does share one, its events stay numbered without a gap, but <see cref="IsShared"/>
/// tells that their order says nothing about what depended on what.
/// </remarks>
// Design: a mutable cell that the execution context carries (docs/decisions/0018). An event takes a number, asks the clock, and writes three to six words to
// the thread's buffer. Who holds the unit is told by that buffer: a thread has one, and an event needs it anyway.
public sealed partial class ExecutionUnit
{
    private const int Open = 0;
    private const int Completing = 1;
    private const int Completed = 2;

    private readonly ExecutionUnitId _cause; // of which it was forked; none where no unit of this process is known to be
    private long _lastNumber;           // of the last event; interlocked, because code that is not woven may share the unit
    private ThreadBuffer? _holder;      // the event buffer of the thread that acted last; null while the unit waits: any thread may go on
    private CurrentRecord _record;
    private int _state;
    private bool _isShared;
    private long _end;                  // the number of the last event of all, once the unit has ended

    /// <summary>A unit that begins now: it is made known to the writer, and its first event is written to the calling thread's buffer.</summary>
    internal ExecutionUnit(RecordingSession session, ThreadBuffer events, ExecutionUnitKind kind, string name, TraceContext cause, CurrentRecord record, int site = 0)
    {
        Id = ExecutionUnitId.New();
        Kind = kind;
        Name = name;
        Trace = cause.Trace;
        _cause = cause.Event.Unit;
        _record = record;
        session.Post(new PostedUnit(Id, kind, name, Trace, cause.Event, Environment.CurrentManagedThreadId));
        Add(events, EventKind.Start, cause.Event, site);
    }

    // Without events: it carries the current record and nothing else.
    private ExecutionUnit(ExecutionUnitKind kind, string name, CurrentRecord record)
    {
        Kind = kind;
        Name = name;
        _record = record;
    }

    /// <summary>The unit's identity; none when events are not recorded.</summary>
    public ExecutionUnitId Id { get; }

    /// <summary>What the unit is.</summary>
    public ExecutionUnitKind Kind { get; }

    /// <summary>What a person would call it; empty for a thread without a name.</summary>
    public string Name { get; }

    /// <summary>The trace that the unit began in; none when events are not recorded.</summary>
    public TraceId Trace { get; }

    /// <summary>The unit's last event; none when events are not recorded.</summary>
    public EventId LastEvent => Number == 0 ? default : new EventId(Id, Number);

    /// <summary>Whether the unit waits: its last event was <see cref="EventKind.Wait"/>, or it was handed over, and any thread may go on.</summary>
    public bool IsWaiting => Number > 0 && Volatile.Read(ref _holder) is null && !IsCompleted;

    /// <summary>Whether the unit has ended.</summary>
    public bool IsCompleted => Volatile.Read(ref _state) == Completed;

    /// <summary>Whether it was seen that executors that ran at once held the unit, or that it moved between threads unseen: the order of its events is coarse.</summary>
    public bool IsShared => Volatile.Read(ref _isShared);

    /// <summary>What is to be handed to an execution unit that depends on this one now: the trace, the last event and the current record.</summary>
    public TraceContext Context => new(Trace, LastEvent, new SpanId(Record.Span));

    /// <summary>The record that the unit handles. Only its executor writes it; nothing is kept when this process records nothing.</summary>
    internal CurrentRecord Record
    {
        get => _record;
        set
        {
            if (RecordingSwitch.IsOn) _record = value;
        }
    }

    /// <summary>The event with which the unit ended; none while it has not, and when events are not recorded.</summary>
    internal EventId End => IsCompleted && _end != 0 ? new EventId(Id, _end) : default;

    /// <summary>Whether the unit began from an event of another one.</summary>
    internal bool IsForkOf(ExecutionUnit other) => _cause == other.Id && !_cause.IsNone;

    private long Number => Volatile.Read(ref _lastNumber);

    /// <summary>Records that the unit has made progress.</summary>
    /// <param name="kind">What has happened.</param>
    /// <param name="reference">The event of another unit that it depended on; none where there is none. The unit's own event before is always depended on.</param>
    /// <param name="site">The handle of the site in the source, as woven code passes it; 0 is none.</param>
    /// <returns>The event's identity; none when events are not recorded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a member of <see cref="EventKind"/>.</exception>
    /// <remarks>Takes no lock, allocates nothing and does no IO, unless the writer cannot keep up and the recording is configured to wait for it.</remarks>
    public EventId Event(EventKind kind, EventId reference = default, int site = 0)
    {
        if (kind is < EventKind.Start or > EventKind.Annotate) ThrowUnknownKind(kind);
        return EventSwitch.IsOn ? Add(ThreadBuffer.ForEvents, kind, reference, SiteRegistry.NumberOf(site)) : default;
    }

    /// <summary>As <see cref="Event"/>, of another record than the one that the unit handles: what is sent or received.</summary>
    internal EventId EventOf(EventKind kind, ulong span, EventId reference = default, int site = 0)
    {
        CurrentRecord handled = _record;
        _record = new CurrentRecord(span, 0);
        EventId id = Event(kind, reference, site);
        _record = handled;
        return id;
    }

    /// <summary>What came by a message, as one record, is what the unit handles from here on.</summary>
    /// <returns>The record's span.</returns>
    internal ulong Receive(in LineageContext received)
    {
        if (!RecordingSwitch.IsOn) return 0;
        _record = new CurrentRecord(Lineage.Receive(1, received, site: 0), 0);
        MessagesInHand.Begin(_record.Span, received);
        return _record.Span;
    }

    /// <summary>The unit's executor stops here, to go on later on this thread or another one; as <see cref="EventKind.Wait"/> without an event.</summary>
    internal void Suspend() => Volatile.Write(ref _holder, null);

    /// <summary>The unit has ended; only the first call counts.</summary>
    internal void Complete()
    {
        if (Interlocked.CompareExchange(ref _state, Completing, Open) != Open) return;
        if (EventSwitch.IsOn) Complete(ThreadBuffer.ForEvents);
        else Volatile.Write(ref _state, Completed);
    }

    /// <summary>As <see cref="Complete()"/>, by somebody who knows that the unit's executor has stopped; on whatever thread.</summary>
    internal void CompleteStopped()
    {
        if (Volatile.Read(ref _state) == Open)
        {
            Suspend();
            Complete();
        }
        var wait = new SpinWait();
        while (!IsCompleted) wait.SpinOnce(); // another one is at it
    }

    /// <summary>As <see cref="Complete()"/>, to a buffer of the caller's choice.</summary>
    internal void Complete(ThreadBuffer events)
    {
        _end = Add(events, EventKind.Complete).Number;
        Volatile.Write(ref _state, Completed);
        Suspend();
    }

    /// <summary>As <see cref="Event"/>, to a buffer of the caller's choice; the site by its number.</summary>
    internal EventId Add(ThreadBuffer events, EventKind kind, EventId reference = default, int site = 0)
    {
        ulong head = NextHead(events, kind, out long number);
        events.Event(Id.Value, head, Stopwatch.GetTimestamp(), reference, site, _record.Span);
        if (kind == EventKind.Wait) Suspend();
        return new EventId(Id, number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // in every event
    private ulong NextHead(ThreadBuffer events, EventKind kind, out long number)
    {
        ulong flags = ReferenceEquals(_holder, events) ? 0 : TakeHold(events);
        number = Interlocked.Increment(ref _lastNumber);
        return EventRow.Head(kind, number, flags);
    }

    // Another thread than the last one acts: fine if that one had stopped.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong TakeHold(ThreadBuffer events)
    {
        bool isHandedOver = Interlocked.Exchange(ref _holder, events) is null && !IsCompleted;
        if (isHandedOver || _isShared) return 0;
        Volatile.Write(ref _isShared, true);
        return EventRow.IsShared;
    }

    [DoesNotReturn]
    private static void ThrowUnknownKind(EventKind kind) => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"Expected a member of {nameof(EventKind)}.");
}
