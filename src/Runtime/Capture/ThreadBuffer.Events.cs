using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Weft.Capture;

// Design: events have a stream of their own beside those of the rows. Their header is followed by the id of the execution unit that the events behind it
// are of, so that the stream explains itself, also where it has to be dropped.
internal sealed unsafe partial class ThreadBuffer
{
    private const ulong EventHeader = HeaderMark | (ulong)RowKind.Event << KindShift;

    [ThreadStatic]
    private static ThreadBuffer? _events;

    private ulong _unit;            // whose events stand behind the current header

    /// <summary>The calling thread's buffer for events.</summary>
    internal static ThreadBuffer ForEvents
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Current
        get => _events ?? CreateEvents();
    }

    /// <summary>Records an event.</summary>
    /// <param name="unit">The id of the execution unit.</param>
    /// <param name="head">Kind, number and whether the unit was seen to be shared, as <see cref="EventRow.Head"/> gives them.</param>
    /// <param name="time">In ticks of the stopwatch.</param>
    /// <param name="reference">The event that it refers to, or none.</param>
    /// <param name="site">The site's number; 0 is none.</param>
    /// <param name="span">The current record; 0 is none.</param>
    internal void Event(ulong unit, ulong head, long time, EventId reference, int site, ulong span) => Publish(EventWords(BeginEvent(unit, EventRow.MostWords), head, time, reference, site, span));

    /// <summary>Records an event with a key and a value that is one word or none.</summary>
    internal void Event(ulong unit, ulong head, long time, ulong span, int key, AnnotationType type, ulong value)
    {
        ulong* at = EventWords(BeginEvent(unit, EventRow.MostWords), EventRow.WithFlags(head, EventRow.HasValue), time, default, 0, span);
        *at++ = EventRow.ValueHead(key, type, 0);
        if (type is AnnotationType.Integer or AnnotationType.Number) *at++ = value;
        Publish(at);
    }

    /// <summary>Records an event with a key and a text of at most <see cref="EventRow.MostCharacters"/>.</summary>
    internal void Event(ulong unit, ulong head, long time, ulong span, int key, ReadOnlySpan<char> text)
    {
        int words = EventRow.WordsOf(text.Length);
        ulong* at = EventWords(BeginEvent(unit, EventRow.MostWords + words), EventRow.WithFlags(head, EventRow.HasValue), time, default, 0, span);
        *at++ = EventRow.ValueHead(key, AnnotationType.Text, text.Length);
        MemoryMarshal.AsBytes(text).CopyTo(new Span<byte>(at, words * sizeof(ulong)));
        Publish(at + words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // in every event
    private ulong* BeginEvent(ulong unit, int words)
    {
        ulong* at = (ulong*)_cursor;
        return _header == EventHeader && _unit == unit && at + words <= _chunk.End ? at : BeginUnit(unit, words);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong* BeginUnit(ulong unit, int words)
    {
        if ((ulong*)_cursor + words + 2 > _chunk.End) Exchange();
        ulong* at = (ulong*)_cursor;
        at[0] = EventHeader;
        at[1] = unit;
        _header = EventHeader;
        _unit = unit;
        return at + 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // in every event
    private static ulong* EventWords(ulong* start, ulong head, long time, EventId reference, int site, ulong span)
    {
        ulong* at = start + 2;
        ulong flags = 0;
        if (reference.Number != 0)
        {
            flags = EventRow.HasReference;
            at[0] = reference.Unit.Value;
            at[1] = (ulong)reference.Number;
            at += 2;
        }
        if (site != 0)
        {
            flags |= EventRow.HasSite;
            *at++ = (uint)site;
        }
        if (span != 0)
        {
            flags |= EventRow.HasSpan;
            *at++ = span;
        }
        start[0] = EventRow.WithFlags(head, flags);
        start[1] = (ulong)time;
        return at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ThreadBuffer CreateEvents() => _events = new ThreadBuffer(Recorder.Session);
}
