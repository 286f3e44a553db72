using Weft.Segments;

namespace Weft.Store.Events;

/// <summary>An event, where it happened, and when by the clock that the recordings asked have in common.</summary>
/// <param name="Run">The recording that holds it.</param>
/// <param name="Unit">Its execution unit.</param>
/// <param name="Event">The event.</param>
/// <param name="Time">Nanoseconds since 1970-01-01T00:00:00 UTC.</param>
internal sealed record TimedEvent(EventRun Run, RecordedUnit Unit, RecordedEvent Event, long Time)
{
    /// <summary>Its identity.</summary>
    internal EventId Id => new(Unit.Id, Event.Number);

    /// <summary>What happened.</summary>
    internal EventKind Kind => Event.Kind;

    /// <summary>The event that it depended on beside the one before it in its unit, or none.</summary>
    internal EventId Reference => Event.Reference;

    /// <summary>The record that its unit handled, or none.</summary>
    internal SpanId Span => new(Event.Span);

    /// <summary>Of an annotation its key; else null.</summary>
    internal string? Key => Event.Key;

    /// <summary>Of an annotation its value: a string, long, double, bool or null.</summary>
    internal object? Value => Event.Value;

    /// <summary>Where it happened in the source; null where that is not recorded.</summary>
    internal LineageSite? Site => Run.Run.Places.Site(Event.Site);

    /// <summary>What a person would call its unit.</summary>
    internal string UnitName => NameOf(Unit);

    /// <summary>What a person would call a unit.</summary>
    internal static string NameOf(RecordedUnit unit) =>
        unit.Name.Length > 0 ? unit.Name : unit.Kind switch
        {
            ExecutionUnitKind.Thread => $"thread {unit.Thread}",
            0 => $"unit {unit.Id}",
            _ => $"{unit.Kind.ToString().ToLowerInvariant()} {unit.Id.ToString()[..8]}",
        };
}
