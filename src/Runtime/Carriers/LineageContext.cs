namespace Weft;

/// <summary>
/// What goes beside a message, so that what its receiver makes of it can be traced back to its sender: the trace, the event of sending, and the spans of the
/// message's records. It crosses processes in headers that are W3C Trace Context's (https://www.w3.org/TR/trace-context-2/).
/// </summary>
/// <param name="Trace">The trace, the event at which the message is sent, and the first record with the process that its span belongs to.</param>
/// <param name="Count">The number of the message's records: their spans are <see cref="TraceContext.Span"/> and those that follow it. 0 when it has none.</param>
/// <remarks>
/// The headers are <c>traceparent</c> and <c>tracestate</c> (with a member <c>weft</c>), and <c>weft</c> where another tracing system writes <c>traceparent</c>. That
/// a service in between hands <c>tracestate</c> on does not make a message its sender's: the records count only where the message came from the process that says so.
/// </remarks>
public readonly partial record struct LineageContext(TraceContext Trace, int Count = 0)
{
    private static long _ignored;

    /// <summary>Nothing is known of what was before: the message came without headers, or with none that could be understood.</summary>
    public static LineageContext None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => this == default;

    /// <summary>What a sender that is not this library calls the step of its own that the message belongs to (<c>parent-id</c>); 0 where there is none.</summary>
    public ulong ForeignParent { get; init; }

    /// <summary>The members of <c>tracestate</c> that belong to other tracing systems, to be handed on; null where there are none.</summary>
    public string? ForeignState { get; init; }

    /// <summary>The flags of the <c>traceparent</c> that it came with, and <see cref="FromHeader"/>; 0 where it came with none.</summary>
    internal byte Flags { get; init; }

    internal const byte FromHeader = 0x80;

    /// <summary>Headers of this process's messages that were ignored because they cannot be understood: forged, cut, too long, or there twice.</summary>
    public static long IgnoredHeaders => Interlocked.Read(ref _ignored);

    internal static void CountIgnored() => Interlocked.Increment(ref _ignored);
}
