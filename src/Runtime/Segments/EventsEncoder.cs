using System.Runtime.InteropServices;
using Weft.Capture;
using Weft.Events;

namespace Weft.Segments;

/// <summary>Turns the events of all threads into blocks: first the execution units that are new, and keys, then events by unit.</summary>
// Design: one unit may have moved between threads, so events wait until all threads were visited; then those of a unit are written together, ascending. They
// wait as they came, as words, in stretches that are chained by unit. Who waits too long is written before: all but the events of units that nobody has told of yet.
internal sealed class EventsEncoder(Action<BlockKind, PayloadWriter> writeBlock)
{
    private const int MostWords = 1 << 20;
    private const int KeptWords = 1 << 14;
    private const int BlockBytes = 256 << 10;
    private const int MostPerBlock = 4096;
    private static readonly TimeSpan _clockInterval = TimeSpan.FromSeconds(1);

    private readonly record struct Stretch(int Start, int Length, int Next);

    private readonly UnitNumbers _units = new();
    private readonly List<UnitInProgress> _waiting = [];    // units with stretches
    private readonly List<Stretch> _stretches = [];
    private readonly List<PostedUnit> _newUnits = [];       // numbered, not written
    private readonly LostEventRuns _lost = new();
    private readonly List<int> _rows = [];                  // where the events of the unit at hand begin in _words
    private readonly EventColumns _columns = new();
    private readonly PayloadWriter _payload = new();
    private readonly PayloadWriter _scratch = new();
    private ulong[] _words = [];
    private int _length;            // words in use
    private int _unitCount;
    private int _keysWritten;
    private ulong _baseTime;        // of the block at hand
    private ClockBlock? _clock;     // the last one written
    private bool _isClockDue;       // whether events were written since

    /// <summary>Takes all events of a piece of a thread's stream.</summary>
    internal void Take(ref RowReader rows)
    {
        while (rows.MoveNext())
        {
            if (_length + rows.Rows.Length > MostWords) Write(isEverythingTold: false);
            Append(_units.Find(rows.Unit), rows.Rows);
        }
    }

    /// <summary>Takes a unit that has begun.</summary>
    internal void Take(PostedUnit unit)
    {
        _units.Find(unit.Id.Value).Number = ++_unitCount;
        _newUnits.Add(unit);
        if (_newUnits.Count == MostPerBlock) WriteUnits();
    }

    /// <summary>Notes events that were dropped.</summary>
    internal void Take(LostEvents lost) => _lost.Add(lost);

    /// <summary>Writes whatever was taken: all threads were visited, and whoever has begun was told of, or never will be.</summary>
    internal void Flush(bool isAsked)
    {
        Write(isEverythingTold: true);
        WriteUnits();
        if (_lost.Runs.Count > 0)
        {
            _payload.Clear();
            new EventDropsBlock(_lost.Runs).Write(_payload);
            writeBlock(BlockKind.EventDrops, _payload);
            _payload.Clear();
            _lost.Clear();
        }
        if (_isClockDue) WriteClock(isAsked);
    }

    private void Append(UnitInProgress unit, ReadOnlySpan<ulong> words)
    {
        if (_words.Length - _length < words.Length) Array.Resize(ref _words, Math.Max(_length + words.Length, Math.Max(_words.Length * 2, KeptWords)));
        words.CopyTo(_words.AsSpan(_length));
        int stretch = _stretches.Count;
        if (unit.FirstStretch < 0)
        {
            unit.FirstStretch = stretch;
            _waiting.Add(unit);
        }
        else
        {
            CollectionsMarshal.AsSpan(_stretches)[unit.LastStretch] = _stretches[unit.LastStretch] with { Next = stretch };
        }
        unit.LastStretch = stretch;
        _stretches.Add(new Stretch(_length, words.Length, -1));
        _length += words.Length;
    }

    private void Write(bool isEverythingTold)
    {
        if (_waiting.Count == 0) return;
        if (isEverythingTold) NumberUntold();
        WriteUnits();
        WriteKeys();

        UnitInProgress[] untold = [.. _waiting.Where(unit => unit.Number == 0)];
        ulong[][] kept = [.. untold.Select(WordsOf)];
        foreach (UnitInProgress unit in _waiting)
            if (unit.Number != 0) WriteEvents(unit);
        EndBlock();

        foreach (UnitInProgress unit in _waiting) unit.FirstStretch = unit.LastStretch = -1;
        _waiting.Clear();
        _stretches.Clear();
        _length = 0;
        if (_words.Length > MostWords || isEverythingTold && _words.Length > KeptWords) _words = [];
        for (int i = 0; i < untold.Length; i++) Append(untold[i], kept[i]);
        _isClockDue = true;
    }

    // What is told of a unit was dropped: only its id is known.
    private void NumberUntold()
    {
        foreach (UnitInProgress unit in _waiting)
            if (unit.Number == 0) Take(new PostedUnit(new ExecutionUnitId(unit.Id), 0, "", default, default, 0));
    }

    private ulong[] WordsOf(UnitInProgress unit)
    {
        var words = new List<ulong>();
        for (int at = unit.FirstStretch; at >= 0; at = _stretches[at].Next) words.AddRange(_words.AsSpan(_stretches[at].Start, _stretches[at].Length));
        return [.. words];
    }

    private void WriteUnits()
    {
        if (_newUnits.Count == 0) return;
        EndBlock();
        UnitsBlock.Write(_payload, _unitCount - _newUnits.Count + 1, _newUnits, _units.NumberOf);
        writeBlock(BlockKind.Units, _payload);
        _payload.Clear();
        _newUnits.Clear();
    }

    private void WriteKeys()
    {
        int count = AnnotationKeys.Count;
        while (_keysWritten < count)
        {
            int taken = Math.Min(MostPerBlock, count - _keysWritten);
            new KeysBlock(_keysWritten + 1, [.. Enumerable.Range(_keysWritten + 1, taken).Select(AnnotationKeys.Get)]).Write(_payload);
            writeBlock(BlockKind.Keys, _payload);
            _payload.Clear();
            _keysWritten += taken;
        }
    }

    private void WriteEvents(UnitInProgress unit)
    {
        if (GatherRows(unit)) _rows.Sort((left, right) => EventRow.NumberOf(_words[left]).CompareTo(EventRow.NumberOf(_words[right])));
        bool hasEnded = false;
        foreach (int row in _rows)
        {
            _columns.Add(_words.AsSpan(row));
            hasEnded |= EventRow.KindOf(_words[row]) == EventKind.Complete;
            if (_columns.Count == EventSection.MostEvents) WriteSection(unit);
        }
        if (_columns.Count > 0) WriteSection(unit);
        if (hasEnded) _units.End(unit);
    }

    // Afterwards _rows says where the unit's events begin; true when they are out of order, because the unit moved between threads.
    private bool GatherRows(UnitInProgress unit)
    {
        _rows.Clear();
        long last = 0;
        bool isUnordered = false;
        for (int at = unit.FirstStretch; at >= 0; at = _stretches[at].Next)
        {
            int end = _stretches[at].Start + _stretches[at].Length;
            for (int row = _stretches[at].Start; row < end; row += EventRow.WidthOf(_words.AsSpan(row)))
            {
                _rows.Add(row);
                long number = EventRow.NumberOf(_words[row]);
                isUnordered |= number < last;
                last = number;
            }
        }
        return isUnordered;
    }

    private void WriteSection(UnitInProgress unit)
    {
        if (_payload.Length == 0)
        {
            _baseTime = _columns.FirstTime;
            _payload.UInt64(_baseTime);
        }
        (bool isShared, int count) = (_columns.IsShared, _columns.Count);
        _scratch.Clear();
        _columns.Write(_scratch, _baseTime, _units.NumberOf);
        new EventSection(unit.Number, isShared, count, _scratch.Length).Write(_payload);
        _payload.Bytes(_scratch.Written);
        if (_payload.Length >= BlockBytes) EndBlock();
    }

    private void EndBlock()
    {
        if (_payload.Length == 0) return;
        writeBlock(BlockKind.Events, _payload);
        _payload.Clear();
    }

    private void WriteClock(bool isAsked)
    {
        ClockBlock now = ClockBlock.Now();
        if (_clock is { } last && !isAsked && now.Ticks - last.Ticks < _clockInterval.TotalSeconds * now.Frequency) return;
        now.Write(_payload);
        writeBlock(BlockKind.Clock, _payload);
        _payload.Clear();
        _clock = now;
        _isClockDue = false;
    }
}
