namespace Weft;

/// <summary>What an execution unit that is depended on hands to one that depends on it; with a message, what goes beside the message.</summary>
/// <param name="Trace">The trace that goes on.</param>
/// <param name="Event">The event depended on; none where it is not known.</param>
/// <param name="Span">The record that is handed on; none where there is none.</param>
/// <param name="Process">The id of the process that the record's span belongs to; 0 is this one.</param>
public readonly record struct TraceContext(TraceId Trace, EventId Event, SpanId Span = default, ulong Process = 0)
{
    /// <summary>Nothing is known of what was before.</summary>
    public static TraceContext None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => this == default;
}
