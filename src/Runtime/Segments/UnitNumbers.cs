namespace Weft.Segments;

/// <summary>The numbers that execution units have in a recording, by id.</summary>
// Design: a program that goes on for ever starts units for ever. Those that have ended are forgotten by generations, after at least as many others have ended;
// who refers to one that is forgotten names it by its id.
internal sealed class UnitNumbers
{
    private const int Generation = 1 << 16;

    private readonly Dictionary<ulong, UnitInProgress> _live = [];
    private Dictionary<ulong, int> _ended = [];
    private Dictionary<ulong, int> _endedBefore = [];

    /// <summary>The unit with an id; new, without a number, when it is not known.</summary>
    internal UnitInProgress Find(ulong id)
    {
        if (_live.TryGetValue(id, out UnitInProgress? unit)) return unit;
        unit = new UnitInProgress(id) { Number = NumberOf(id) };
        _live.Add(id, unit);
        return unit;
    }

    /// <summary>The number of the unit with an id; 0 when it is not known.</summary>
    internal int NumberOf(ulong id)
    {
        if (_live.TryGetValue(id, out UnitInProgress? unit)) return unit.Number;
        return _ended.TryGetValue(id, out int number) || _endedBefore.TryGetValue(id, out number) ? number : 0;
    }

    /// <summary>Notes that a unit has ended.</summary>
    internal void End(UnitInProgress unit)
    {
        _live.Remove(unit.Id);
        if (_ended.Count == Generation) (_endedBefore, _ended) = (_ended, []);
        _ended[unit.Id] = unit.Number;
    }
}

/// <summary>An execution unit whose events are being written.</summary>
/// <param name="id">Its id.</param>
internal sealed class UnitInProgress(ulong id)
{
    internal ulong Id { get; } = id;

    /// <summary>Its number in the recording, from 1; 0 while it is not known.</summary>
    internal int Number { get; set; }

    /// <summary>The first of its stretches that wait to be written; -1 is none.</summary>
    internal int FirstStretch { get; set; } = -1;

    /// <summary>The last of them.</summary>
    internal int LastStretch { get; set; } = -1;
}
