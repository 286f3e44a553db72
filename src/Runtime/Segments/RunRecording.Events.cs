using System.Runtime.InteropServices;
using Weft.Capture;

namespace Weft.Segments;

internal sealed partial class RunRecording
{
    private readonly Dictionary<int, ulong> _unitIds = [];                      // by number
    private readonly Dictionary<ulong, RecordedUnit> _units = [];
    private readonly List<ulong> _unitOrder = [];
    private readonly Dictionary<ulong, List<int>> _unitNumbers = [];            // more than one where a unit that was forgotten went on
    private readonly Dictionary<int, List<StoredEvents>> _events = [];          // by the number of their unit, which a damaged block may have told
    private readonly Dictionary<int, string> _keys = [];
    private readonly List<LostEvents> _lostEvents = [];
    private readonly Dictionary<ulong, List<LostEvents>> _lostByUnit = [];
    private readonly List<ClockBlock> _clocks = [];
    private readonly HashSet<StoredEvents> _undecodableEvents = new(ReferenceEqualityComparer.Instance);

    /// <summary>The execution units, in the order in which they were written.</summary>
    internal IEnumerable<RecordedUnit> Units => _unitOrder.Select(id => _units[id]);

    /// <summary>Events that can be read.</summary>
    internal long EventCount => _events.Values.Sum(static sections => sections.Sum(static section => (long)section.Head.Count));

    /// <summary>Events that the recorder had to drop.</summary>
    internal IReadOnlyList<LostEvents> LostEvents => _lostEvents;

    /// <summary>Tells when events were; as of now, of a recording that still grows.</summary>
    internal EventClock Clock => new(_clocks);

    /// <summary>Where the recording says what the clock and the stopwatch of the events showed.</summary>
    internal IReadOnlyList<ClockBlock> Clocks => _clocks;

    /// <summary>The execution unit with an id; null when the recording does not know it: it is of another process, or nothing of it was written.</summary>
    internal RecordedUnit? Unit(ExecutionUnitId id) => _units.GetValueOrDefault(id.Value);

    /// <summary>Whether executors that ran at once were seen to hold the unit, so that the order of its events is coarse.</summary>
    internal bool IsShared(ExecutionUnitId unit) => SectionsOf(unit).Any(section => section.Head.IsShared);

    /// <summary>Whether the recorder noted that an event was dropped.</summary>
    internal bool WasDropped(EventId id) =>
        _lostByUnit.TryGetValue(id.Unit.Value, out List<LostEvents>? runs) && runs.Exists(lost => id.Number >= lost.First && id.Number - lost.First < lost.Count);

    /// <summary>The events of a unit, by number.</summary>
    internal IReadOnlyList<RecordedEvent> EventsOf(ExecutionUnitId unit)
    {
        var events = new List<RecordedEvent>();
        foreach (StoredEvents section in SectionsOf(unit)) events.AddRange(Read(section));

        Span<RecordedEvent> all = CollectionsMarshal.AsSpan(events);
        for (int i = 1; i < all.Length; i++)
        {
            if (all[i].Number > all[i - 1].Number) continue;
            all.Sort(static (left, right) => left.Number.CompareTo(right.Number)); // the unit moved between threads of which the writer visited one later
            break;
        }
        return events;
    }

    private void TakeUnits(ref PayloadReader reader)
    {
        (int first, RecordedUnit[] units) = UnitsBlock.Read(ref reader, IdOf);
        for (int i = 0; i < units.Length; i++)
        {
            ulong id = units[i].Id.Value;
            _unitIds[first + i] = id;
            (CollectionsMarshal.GetValueRefOrAddDefault(_unitNumbers, id, out _) ??= []).Add(first + i);
            if (_units.TryAdd(id, units[i])) _unitOrder.Add(id);
            else if (!_units[id].IsKnown) _units[id] = units[i];
        }
    }

    private void TakeEvents(SegmentFile file, long payloadOffset, ref PayloadReader reader)
    {
        ulong baseTime = reader.UInt64();
        var sections = new List<StoredEvents>();
        while (reader.Remaining > 0)
        {
            EventSection head = EventSection.Read(ref reader);
            sections.Add(new StoredEvents(head, baseTime, file, payloadOffset + reader.Offset));
            reader.Take(head.Length);
        }
        foreach (StoredEvents events in sections)
            (CollectionsMarshal.GetValueRefOrAddDefault(_events, events.Head.Unit, out _) ??= []).Add(events);
    }

    private void TakeKeys(ref PayloadReader reader)
    {
        var block = KeysBlock.Read(ref reader);
        for (int i = 0; i < block.Keys.Count; i++) _keys[block.First + i] = block.Keys[i];
    }

    private void TakeDrops(ref PayloadReader reader)
    {
        foreach (LostEvents lost in EventDropsBlock.Read(ref reader).Events)
        {
            _lostEvents.Add(lost);
            (CollectionsMarshal.GetValueRefOrAddDefault(_lostByUnit, lost.Unit, out _) ??= []).Add(lost);
        }
    }

    /// <summary>Where the events of a unit are, about by number.</summary>
    internal IEnumerable<StoredEvents> SectionsOf(ExecutionUnitId unit) =>
        _unitNumbers.GetValueOrDefault(unit.Value, []).SelectMany(number => _events.GetValueOrDefault(number, []));

    private ulong IdOf(int number) => _unitIds.GetValueOrDefault(number);

    /// <summary>The events of a section, ascending by number; none when the bytes, though intact, cannot be understood: noted as damage.</summary>
    internal RecordedEvent[] Read(StoredEvents section)
    {
        if (_undecodableEvents.Contains(section)) return [];
        try
        {
            var payload = new PayloadReader(section.File.Read(section.Offset, section.Head.Length));
            return EventColumns.Read(ref payload, section.Head.Count, section.BaseTime, IdOf, number => _keys.GetValueOrDefault(number));
        }
        catch (InvalidDataException damage)
        {
            _undecodableEvents.Add(section);
            _refused.Add(new RecordingDamage(section.File.Path, section.Offset, damage.Message));
            return [];
        }
    }
}
