using System.Globalization;
using Weft.Capture;

namespace Weft.Segments;

/// <summary>The columns of a section of events.</summary>
// Design: what all events have comes first; the columns behind the shapes hold only what a shape announces.
internal sealed class EventColumns
{
    private const int FlagShift = 5;
    private const ulong Announced = EventRow.HasReference | EventRow.HasSite | EventRow.HasSpan | EventRow.HasValue;

    private readonly NumberList _numbers = new();
    private readonly NumberList _times = new();             // since the first
    private readonly NumberList _shapes = new();            // kind, and what is announced
    private readonly NumberList _referencedUnits = new();
    private readonly NumberList _referencedNumbers = new();
    private readonly NumberList _sites = new();
    private readonly NumberList _spans = new();
    private readonly NumberList _keys = new();
    private readonly PayloadWriter _values = new();
    private ulong _firstTime;

    /// <summary>Whether the unit was seen to be shared at one of the events.</summary>
    internal bool IsShared { get; private set; }

    internal int Count => _numbers.Count;

    /// <summary>The time of the first event.</summary>
    internal ulong FirstTime => _firstTime;

    /// <summary>Takes an event, as it stands in a thread's stream.</summary>
    internal void Add(ReadOnlySpan<ulong> row)
    {
        ulong head = row[0], flags = EventRow.FlagsOf(head);
        if (_numbers.Count == 0) _firstTime = row[1];
        _numbers.Add((ulong)EventRow.NumberOf(head));
        _times.Add(row[1] - _firstTime);
        _shapes.Add((ulong)EventRow.KindOf(head) | (flags & Announced) << FlagShift);
        IsShared |= (flags & EventRow.IsShared) != 0;
        if ((flags & Announced) == 0) return;

        int at = 2;
        if ((flags & EventRow.HasReference) != 0)
        {
            _referencedUnits.Add(row[at]);
            _referencedNumbers.Add(row[at + 1]);
            at += 2;
        }
        if ((flags & EventRow.HasSite) != 0) _sites.Add(row[at++]);
        if ((flags & EventRow.HasSpan) != 0) _spans.Add(row[at++]);
        if ((flags & EventRow.HasValue) != 0) AddValue(row[at], row[(at + 1)..]);
    }

    /// <summary>Writes the columns and empties them.</summary>
    internal void Write(PayloadWriter payload, ulong baseTime, Func<ulong, int> numberOf)
    {
        NumberColumn.Write(payload, _numbers.Numbers);
        payload.Zigzag(_firstTime - baseTime);
        NumberColumn.Write(payload, _times.Numbers);
        NumberColumn.Write(payload, _shapes.Numbers);
        NumberColumn.Write(payload, _referencedNumbers.Numbers);
        EventReferences.Write(payload, _referencedUnits.Numbers, numberOf);
        NumberColumn.Write(payload, _sites.Numbers);
        NumberColumn.Write(payload, _spans.Numbers);
        NumberColumn.Write(payload, _keys.Numbers);
        payload.Bytes(_values.Written);
        foreach (NumberList column in (ReadOnlySpan<NumberList>)[_numbers, _times, _shapes, _referencedUnits, _referencedNumbers, _sites, _spans, _keys]) column.Clear();
        _values.Clear();
        IsShared = false;
    }

    /// <summary>Reads the events of a section; <paramref name="idOf"/> gives the id of a numbered unit, or 0, <paramref name="keyOf"/> a key, or null: then it is told as its number.</summary>
    internal static RecordedEvent[] Read(ref PayloadReader payload, int count, ulong baseTime, Func<int, ulong> idOf, Func<int, string?> keyOf)
    {
        ulong[] numbers = NumberColumn.Read(ref payload, count);
        ulong firstTime = baseTime + payload.Zigzag();
        ulong[] times = NumberColumn.Read(ref payload, count);
        ulong[] shapes = NumberColumn.Read(ref payload, count);
        ulong[] referencedNumbers = NumberColumn.Read(ref payload, CountOf(shapes, EventRow.HasReference));
        ulong[] referencedUnits = EventReferences.Read(ref payload, referencedNumbers.Length, idOf);
        ulong[] sites = NumberColumn.Read(ref payload, CountOf(shapes, EventRow.HasSite));
        ulong[] spans = NumberColumn.Read(ref payload, CountOf(shapes, EventRow.HasSpan));
        ulong[] keys = NumberColumn.Read(ref payload, CountOf(shapes, EventRow.HasValue));

        var events = new RecordedEvent[count];
        int reference = 0, site = 0, span = 0, key = 0;
        for (int i = 0; i < count; i++)
        {
            ulong shape = shapes[i], flags = shape >> FlagShift;
            var kind = (EventKind)(shape & (1 << FlagShift) - 1);
            if (numbers[i] is 0 or > long.MaxValue || (i > 0 && numbers[i] <= numbers[i - 1])) payload.Fail($"ascending event numbers from 1 on (found {numbers[i]} at index {i}) before this");
            if (kind is 0 or > EventKind.Annotate || flags > Announced) payload.Fail($"an event of kind 1 to {(byte)EventKind.Annotate} (found {shape}) before this");
            EventId refers = (flags & EventRow.HasReference) == 0 ? default : new EventId(new ExecutionUnitId(referencedUnits[reference]), (long)referencedNumbers[reference++]);
            int at = (flags & EventRow.HasSite) == 0 ? 0 : (int)Math.Min(sites[site++], int.MaxValue);
            ulong record = (flags & EventRow.HasSpan) == 0 ? 0 : spans[span++];
            string? name = null;
            object? value = null;
            if ((flags & EventRow.HasValue) != 0)
            {
                name = (keys[key] <= int.MaxValue ? keyOf((int)keys[key]) : null) ?? string.Create(CultureInfo.InvariantCulture, $"#{keys[key]}");
                key++;
                value = ReadValue(ref payload);
            }
            events[i] = new RecordedEvent((long)numbers[i], kind, (long)(firstTime + times[i]), refers, at, record, name, value);
        }
        if (payload.Remaining > 0) payload.Fail($"the end of the section (found {payload.Remaining} more bytes)");
        return events;
    }

    private void AddValue(ulong head, ReadOnlySpan<ulong> words)
    {
        _keys.Add((ulong)EventRow.KeyOf(head));
        AnnotationType type = EventRow.TypeOf(head);
        _values.Byte((byte)type);
        switch (type)
        {
            case AnnotationType.Text:
                _values.String(EventRow.TextOf(head, words));
                break;
            case AnnotationType.Integer:
                _values.Zigzag(words[0]);
                break;
            case AnnotationType.Number:
                _values.UInt64(words[0]);
                break;
        }
    }

    private static object? ReadValue(ref PayloadReader payload)
    {
        var type = (AnnotationType)payload.Byte();
        switch (type)
        {
            case AnnotationType.Null: return null;
            case AnnotationType.Text: return payload.String();
            case AnnotationType.Integer: return (long)payload.Zigzag();
            case AnnotationType.Number: return BitConverter.UInt64BitsToDouble(payload.UInt64());
            case AnnotationType.False: return false;
            case AnnotationType.True: return true;
            default:
                payload.Fail($"a value of type 0 to 5 (found {(byte)type}) before this");
                return null;
        }
    }

    private static int CountOf(ulong[] shapes, ulong flag)
    {
        int count = 0;
        foreach (ulong shape in shapes) count += (shape >> FlagShift & flag) == 0 ? 0 : 1;
        return count;
    }
}
