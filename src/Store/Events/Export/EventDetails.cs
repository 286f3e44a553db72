namespace Weft.Store.Events.Export;

/// <summary>What an event tells beside its time and kind.</summary>
internal static class EventDetails
{
    private const string Own = "weft.";

    /// <summary>Each key once.</summary>
    internal static IEnumerable<(string Key, object? Value)> Of(TimedEvent each)
    {
        yield return (Own + "event", each.Id.ToString());
        if (each.Key is { } key) yield return (key.StartsWith(Own, StringComparison.Ordinal) ? "program." + key : key, each.Value);
        if (!each.Span.IsNone) yield return (Own + "record", each.Span.ToString());
        if (each.Site is { } site) yield return (Own + "site", site.ToString());
        if (!each.Reference.IsNone) yield return (Own + "because_of", each.Reference.ToString());
    }
}
