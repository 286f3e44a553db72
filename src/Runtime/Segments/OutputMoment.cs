namespace Weft.Segments;

/// <summary>When an output was made: behind an event of the execution unit that made it, and before the next one.</summary>
/// <param name="Name">The output's name given in code; null when the site row names it.</param>
/// <param name="Site">The output's site; 0 is none.</param>
/// <param name="Occurrence">0-based: how many outputs of the same name and site came before.</param>
/// <param name="Time">In ticks of the stopwatch.</param>
/// <param name="Event">The last event of the execution unit before it.</param>
internal readonly record struct OutputMoment(string? Name, int Site, long Occurrence, long Time, EventId Event);
