namespace Weft.Segments;

/// <summary>An event of a recording.</summary>
/// <param name="Number">Its number in its execution unit, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Time">When, in ticks of the stopwatch (<see cref="EventClock"/>).</param>
/// <param name="Reference">The event of another unit that it depended on, or none.</param>
/// <param name="Site">The number of the site; 0 is none.</param>
/// <param name="Span">The record that its unit handled; 0 is none.</param>
/// <param name="Key">Of an annotation its key; else null.</param>
/// <param name="Value">Of an annotation its value: a string, long, double, bool or null.</param>
internal readonly record struct RecordedEvent(long Number, EventKind Kind, long Time, EventId Reference, int Site, ulong Span, string? Key, object? Value);
