using System.Globalization;

namespace Weft;

/// <summary>The identity of an event: an execution unit, and which of its events it is.</summary>
/// <param name="Unit">The execution unit.</param>
/// <param name="Number">1-based: an execution unit numbers its events without a gap. 0 is none.</param>
public readonly record struct EventId(ExecutionUnitId Unit, long Number)
{
    private const char Separator = ':';

    /// <summary>No event.</summary>
    public static EventId None => default;

    /// <summary>Whether this names no event.</summary>
    public bool IsNone => Number == 0;

    /// <summary>The id that <see cref="ToString"/> has written.</summary>
    /// <param name="text">An execution unit's id, a colon, and a number.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is something else.</exception>
    public static EventId Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out EventId id) ? id : throw new FormatException($"Expected {ExecutionUnitId.Digits} hexadecimal digits, a colon and a number (found \"{text}\").");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    /// <param name="text">An execution unit's id, a colon, and a number.</param>
    /// <param name="id">The id, or <see cref="None"/> where the text is something else.</param>
    /// <returns>Whether the text is an id.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out EventId id)
    {
        id = default;
        if (text.Length <= ExecutionUnitId.Digits + 1 || text[ExecutionUnitId.Digits] != Separator) return false;
        if (!ExecutionUnitId.TryParse(text[..ExecutionUnitId.Digits], out ExecutionUnitId unit)) return false;
        if (!long.TryParse(text[(ExecutionUnitId.Digits + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out long number)) return false;
        id = new EventId(unit, number);
        return true;
    }

    /// <summary>The id as the execution unit's, a colon, and the number in decimal.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Unit}{Separator}{Number}");
}
