using Weft.Carriers;
using Weft.Store.Events.Clocks;

namespace Weft.Store.Events.Export;

/// <summary>The numbers that viewers tell processes, threads and arrows apart by.</summary>
internal sealed class ExportIds
{
    private readonly Dictionary<EventRun, int> _processes = [];
    private readonly Dictionary<ulong, int> _threads = [];

    /// <summary>The number of a process, from 1.</summary>
    internal int ProcessOf(EventRun run)
    {
        if (!_processes.TryGetValue(run, out int number)) _processes.Add(run, number = _processes.Count + 1);
        return number;
    }

    /// <summary>The number of a unit, from 1: viewers take it for a thread's.</summary>
    internal int ThreadOf(ExecutionUnitId unit)
    {
        if (!_threads.TryGetValue(unit.Value, out int number)) _threads.Add(unit.Value, number = _threads.Count + 1);
        return number;
    }

    /// <summary>The id of the arrow to an event; never 0.</summary>
    internal static ulong FlowOf(EventId target) => OwnMember.ParentIdOf(target);

    /// <summary>The id of a part of a unit: the unit's own for the first one; never 0.</summary>
    internal static ulong PartOf(ExecutionUnitId unit, int part) => part == 0 ? unit.Value : SplitMix.Of(unit.Value ^ SplitMix.Of((ulong)part)) | 1;

    /// <summary>A time before all events, in nanoseconds since 1970.</summary>
    internal static long ZeroOf(AskedEvents events) => events.Runs.Min(run => ProcessTimeline.UnixNanoseconds(run.Run.Info.Started)) - Margin;

    // Events may be older than the recording, which begins with its first visit of the writer, and times are moved where clocks differ.
    private const long Margin = 60_000_000_000;
}
