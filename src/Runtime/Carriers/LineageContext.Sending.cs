using System.Net;
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

    /// <summary>Says which types of a handler's arguments are services, and no part of the message that it handles.</summary>
    internal static void KnowServices(ulong message, Func<Type, bool> isService) => MessagesInHand.KnowServices(message, isService);

    /// <summary>Whether the sender of a request may be told what its answer is made of: one that has said what its own are, from where headers of this process may go to.</summary>
    /// <param name="received">What came beside the request.</param>
    /// <param name="caller">Where it came from; null where that is no network.</param>
    internal static bool MayAnswer(in LineageContext received, IPAddress? caller) => received.Trace.Process != 0 && AllowedHosts.Current.AllowsCaller(caller);

    /// <summary>The answer to a request begins: the span of its first record, and their number; 0 where nobody has said of which it is made.</summary>
    /// <param name="message">The span of the request.</param>
    /// <param name="valueOf">What is sent of what a handler has given.</param>
    internal static (ulong First, int Count) BeginAnswer(ulong message, Func<object?, object?> valueOf) => MessagesInHand.AnswerTo(message)?.Begin(valueOf) ?? default;

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
