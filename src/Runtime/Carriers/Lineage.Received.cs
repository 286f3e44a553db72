using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Carriers;
using Weft.Events;
using Weft.Flows;
using Weft.Segments;

namespace Weft;

public static partial class Lineage
{
    /// <summary>Says that records came by a message: they follow from those that its sender sent.</summary>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <param name="records">The records, as the message had them. What was known of their lineage is replaced.</param>
    /// <param name="context">What came beside the message.</param>
    /// <param name="file">Where it is received; the compiler fills it in.</param>
    /// <param name="line">The 1-based line there.</param>
    /// <param name="member">The method there.</param>
    /// <returns><paramref name="records"/>, for the operators that follow.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    /// <remarks>
    /// Of as many records as were sent, each follows from its own. All follow from a single one that was sent; of another number, each follows from any of those sent,
    /// and answers say that they are coarse. Where the message says nothing of records they entered here, from outside. Does nothing when recording is switched off.
    /// </remarks>
    public static List<T> Received<T>(List<T> records, in LineageContext context, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(records);
        if (RecordingSwitch.IsOn && records.Count > 0) ListAttachment<T>.Attach(records, ColumnOf(records.Count, context, ReceivingPlaces.HandleOf(file, line, member)));
        return records;
    }

    /// <inheritdoc cref="Received{T}(List{T}, in LineageContext, string, int, string)"/>
    [OverloadResolutionPriority(1)] // what a collection expression makes
    public static T[] Received<T>(T[] records, in LineageContext context, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(records);
        if (RecordingSwitch.IsOn && records.Length > 0) ArrayAttachment<T>.Attach(records, ColumnOf(records.Length, context, ReceivingPlaces.HandleOf(file, line, member)));
        return records;
    }

    /// <summary>Says that one record came by a message.</summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    /// <param name="record">The record.</param>
    /// <param name="context">What came beside the message.</param>
    /// <param name="file">Where it is received; the compiler fills it in.</param>
    /// <param name="line">The 1-based line there.</param>
    /// <param name="member">The method there.</param>
    /// <returns>An array of the record: a value alone has no lineage, a collection that holds it has.</returns>
    /// <remarks>As <see cref="Received{T}(T[], in LineageContext, string, int, string)"/> of one record.</remarks>
    public static T[] ReceivedOne<T>(T record, in LineageContext context, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "") =>
        Received(new T[] { record }, context, file, line, member);

    /// <summary>Records that so many records came by a message, and the event; returns the first one's span.</summary>
    internal static ulong Receive(int count, in LineageContext context, int site) => Receive(count, context, site, ExecutionUnit.Current);

    /// <summary>As <see cref="Receive(int, in LineageContext, int)"/>, by a unit.</summary>
    internal static ulong Receive(int count, in LineageContext context, int site, ExecutionUnit unit)
    {
        ulong first = Recorder.Received(RangeOf(count, context) with { Site = SiteRegistry.NumberOf(site) });
        if (unit.Record.Span is not 0 and var message) MessagesInHand.Receive(message, context, first, count);
        if (EventSwitch.IsOn) unit.EventOf(EventKind.Receive, first, context.Trace.Event, site);
        return first;
    }

    private static RangeColumn ColumnOf(int count, in LineageContext context, int site) => new(Receive(count, context, site), count, step: 0);

    private static ReceivedRange RangeOf(int count, in LineageContext context)
    {
        (TraceId trace, EventId sent, SpanId span, ulong process) = context.Trace;
        ReceivedKind kind = context.Count == 0 || span.IsNone ? ReceivedKind.Untraced
            : context.Count == count ? ReceivedKind.Each
            : context.Count == 1 ? ReceivedKind.One
            : ReceivedKind.Any;
        return kind == ReceivedKind.Untraced
            ? new ReceivedRange(kind, First: 0, (ulong)count, Process: 0, From: 0, FromCount: 0, trace, sent, context.ForeignParent)
            : new ReceivedRange(kind, First: 0, (ulong)count, process == 0 ? RunIdentity.ProcessId : process, span.Value, (ulong)context.Count, trace, sent, context.ForeignParent);
    }
}
