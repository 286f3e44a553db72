using Weft.Answers;
using Weft.Segments;
using Weft.Store.Events.Clocks;
using Weft.Store.Runs;

namespace Weft.Store.Events;

/// <summary>The events of a recording, with times of its own: by the stopwatch, which never goes back.</summary>
internal sealed class EventRun
{
    private const int MostUnitsKept = 256;

    private readonly DecodedSections _decoded;
    private readonly Dictionary<ulong, UnitEvents> _units = [];

    internal EventRun(OpenRun run, DecodedSections decoded)
    {
        Run = run;
        _decoded = decoded;
        Timeline = new ProcessTimeline(run.Recording.Clocks);
    }

    internal OpenRun Run { get; }

    internal RunRecording Recording => Run.Recording;

    /// <summary>Its process's own time.</summary>
    internal ProcessTimeline Timeline { get; }

    /// <summary>What a person would call the process.</summary>
    internal string Name => AskedRecordings.NameOf(Recording);

    /// <summary>The random id of the process.</summary>
    internal ulong ProcessId => Recording.ProcessId;

    /// <summary>The name of its entry assembly.</summary>
    internal string Program => Recording.Process?.Entry ?? "?";

    /// <summary>The events of a unit.</summary>
    internal UnitEvents EventsOf(ExecutionUnitId unit)
    {
        if (_units.TryGetValue(unit.Value, out UnitEvents? known)) return known;
        if (_units.Count == MostUnitsKept) _units.Clear();
        return _units[unit.Value] = new UnitEvents(Recording, unit, _decoded);
    }
}
