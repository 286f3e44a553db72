using System.Diagnostics;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Events;

namespace Weft;

public sealed partial class ExecutionUnit
{
    private const char CutMark = '…';

    /// <summary>Attaches a key and a text to the unit, as an event of its own.</summary>
    /// <param name="key">What the value is; one of few: each new one is kept as long as the process lives, and after 65,536 of them further ones are recorded as <c>…</c>.</param>
    /// <param name="value">The value; of a text longer than 8192 characters the start, with <c>…</c> at its end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void Annotate(string key, string? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!EventSwitch.IsOn) return;
        if (value is null) Add(ThreadBuffer.ForEvents, key, AnnotationType.Null, 0);
        else Add(ThreadBuffer.ForEvents, key, value);
    }

    /// <summary>Attaches a key and a whole number to the unit, as an event of its own.</summary>
    /// <param name="key">As for a text.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void Annotate(string key, long value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (EventSwitch.IsOn) Add(ThreadBuffer.ForEvents, key, AnnotationType.Integer, (ulong)value);
    }

    /// <summary>Attaches a key and a number to the unit, as an event of its own.</summary>
    /// <param name="key">As for a text.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void Annotate(string key, double value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (EventSwitch.IsOn) Add(ThreadBuffer.ForEvents, key, AnnotationType.Number, BitConverter.DoubleToUInt64Bits(value));
    }

    /// <summary>Attaches a key and a truth value to the unit, as an event of its own.</summary>
    /// <param name="key">As for a text.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void Annotate(string key, bool value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (EventSwitch.IsOn) Add(ThreadBuffer.ForEvents, key, value ? AnnotationType.True : AnnotationType.False, 0);
    }

    /// <summary>Attaches a key and an interpolated text to the unit, as an event of its own.</summary>
    /// <param name="key">As for a text.</param>
    /// <param name="value">The text. When events are not recorded, nothing of it is evaluated or formatted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void Annotate(string key, ref AnnotationText value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!EventSwitch.IsOn) return;
        Add(ThreadBuffer.ForEvents, key, value.Text);
        value.Clear();
    }

    /// <summary>As <see cref="Annotate(string, long)"/> and its like, to a buffer of the caller's choice.</summary>
    internal EventId Add(ThreadBuffer events, string key, AnnotationType type, ulong value)
    {
        int number = AnnotationKeys.Intern(key);
        ulong head = NextHead(events, EventKind.Annotate, out long eventNumber);
        events.Event(Id.Value, head, Stopwatch.GetTimestamp(), _record.Span, number, type, value);
        return new EventId(Id, eventNumber);
    }

    /// <summary>As <see cref="Annotate(string, string)"/>, to a buffer of the caller's choice.</summary>
    internal EventId Add(ThreadBuffer events, string key, ReadOnlySpan<char> text)
    {
        if (text.Length > EventRow.MostCharacters) return AddCut(events, key, text);
        int number = AnnotationKeys.Intern(key);
        ulong head = NextHead(events, EventKind.Annotate, out long eventNumber);
        events.Event(Id.Value, head, Stopwatch.GetTimestamp(), _record.Span, number, text);
        return new EventId(Id, eventNumber);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private EventId AddCut(ThreadBuffer events, string key, ReadOnlySpan<char> text)
    {
        Span<char> cut = stackalloc char[EventRow.MostCharacters];
        text[..(cut.Length - 1)].CopyTo(cut);
        cut[^1] = CutMark;
        if (char.IsHighSurrogate(cut[^2])) cut[^2] = CutMark;
        return Add(events, key, cut);
    }
}
