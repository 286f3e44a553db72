using Weft.Segments;

namespace Weft.Store.Events;

/// <summary>The events of an execution unit by number, however many they are: a section is decoded when it is needed.</summary>
// Design: sections by their first number. They may overlap, where a unit moved between threads of which the writer visited one later; so each knows the greatest
// number of those up to it, which tells how far back a look has to go.
internal sealed class UnitEvents
{
    private readonly record struct Place(StoredEvents Section, long First, long LastSoFar);

    private readonly RunRecording _recording;
    private readonly DecodedSections _decoded;
    private readonly Place[] _places;

    internal UnitEvents(RunRecording recording, ExecutionUnitId unit, DecodedSections decoded)
    {
        (_recording, _decoded) = (recording, decoded);
        var places = new List<(StoredEvents Section, long First, long Last)>();
        foreach (StoredEvents section in recording.SectionsOf(unit))
            if (decoded.Get(recording, section) is [var first, ..] events) places.Add((section, first.Number, events[^1].Number));
        places.Sort(static (left, right) => left.First.CompareTo(right.First));
        long last = 0;
        _places = [.. places.Select(place => new Place(place.Section, place.First, last = Math.Max(last, place.Last)))];
    }

    /// <summary>The event with a number; null when the recording does not hold it.</summary>
    internal RecordedEvent? Find(long number) => LastUpTo(number) is { } found && found.Number == number ? found : null;

    /// <summary>The last event before a number; null when the recording holds none.</summary>
    internal RecordedEvent? Before(long number) => LastUpTo(number - 1);

    /// <summary>The first event; null when the recording holds none.</summary>
    internal RecordedEvent? First => _places.Length == 0 ? null : _decoded.Get(_recording, _places[0].Section)[0];

    /// <summary>The last event; null when the recording holds none.</summary>
    internal RecordedEvent? Last => _places.Length == 0 ? null : LastUpTo(_places[^1].LastSoFar);

    /// <summary>All events, ascending by number.</summary>
    internal IEnumerable<RecordedEvent> All()
    {
        for (int start = 0, end; start < _places.Length; start = end)
        {
            for (end = start + 1; end < _places.Length && _places[end].First < _places[end - 1].LastSoFar;) end++;
            IEnumerable<RecordedEvent> together = _places[start..end].SelectMany(place => _decoded.Get(_recording, place.Section));
            foreach (RecordedEvent each in end - start == 1 ? together : together.OrderBy(each => each.Number)) yield return each;
        }
    }

    private RecordedEvent? LastUpTo(long number)
    {
        RecordedEvent? best = null;
        for (int i = LastPlaceFrom(number); i >= 0 && (best is null || _places[i].LastSoFar > best.Value.Number); i--)
        {
            RecordedEvent[] events = _decoded.Get(_recording, _places[i].Section);
            int at = IndexUpTo(events, number);
            if (at >= 0 && (best is null || events[at].Number > best.Value.Number)) best = events[at];
        }
        return best;
    }

    // The last section that begins at a number or before it; -1 when none does.
    private int LastPlaceFrom(long number)
    {
        int from = 0, to = _places.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (_places[middle].First <= number) from = middle + 1;
            else to = middle;
        }
        return from - 1;
    }

    private static int IndexUpTo(RecordedEvent[] events, long number)
    {
        int from = 0, to = events.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (events[middle].Number <= number) from = middle + 1;
            else to = middle;
        }
        return from - 1;
    }
}
