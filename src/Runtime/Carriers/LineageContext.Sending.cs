using Weft.Capture;
using Weft.Carriers;
using Weft.Events;

namespace Weft;

public readonly partial record struct LineageContext
{
    /// <summary>
    /// What goes beside a message that is sent now, by whoever is at work: the record that the current execution unit handles, and the trace of the unit that was started around the calling code.
    /// </summary>
    /// <remarks>Without records where the unit handles none. <see cref="None"/> when recording is switched off.</remarks>
    public static LineageContext Current
    {
        get
        {
            if (!RecordingSwitch.IsOn) return default;
            return Of(ExecutionUnit.Current.Record);
        }
    }

    /// <summary>Whether this process records anything.</summary>
    internal static bool IsRecording => RecordingSwitch.IsOn;

    /// <summary>A message that was received as one record is handled.</summary>
    internal static void EndMessage(ulong message) => MessagesInHand.End(message);

    /// <summary>What goes beside a message with one record; with none, the trace alone.</summary>
    internal static LineageContext Of(CurrentRecord record)
    {
        var trace = new TraceContext(TraceToSendIn(), EventId.None);
        return record.Span == 0 ? new LineageContext(trace) : new LineageContext(trace with { Span = new SpanId(SentRecords.SpanOf(record.Span, record.Step)) }, 1);
    }

    // What a thread sends that nothing was started around are computations of their own.
    private static TraceId TraceToSendIn() => ExecutionUnit.OfFlow is { Trace.IsNone: false } unit ? unit.Trace : TraceId.New();

    /// <summary>As it leaves: with the event of sending, on the current execution unit. One that was received and is handed on, or that names its event already, stays as it is.</summary>
    /// <param name="kind">Whether an answer is expected.</param>
    /// <param name="before">The event at which the same was sent before; none the first time.</param>
    internal LineageContext Leaving(EventKind kind, EventId before = default)
    {
        if (!EventSwitch.IsOn || IsNone || Trace.Process != 0 || ForeignParent != 0 || !Trace.Event.IsNone) return this;
        return this with { Trace = Trace with { Event = ExecutionUnit.Current.EventOf(kind, Trace.Span.Value, before) } };
    }
}
