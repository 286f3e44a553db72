using System.Globalization;
using System.Runtime.InteropServices;

namespace Weft;

/// <summary>The identity of an execution unit: a random unsigned 64-bit id, unique across processes.</summary>
/// <param name="Value">The id; 0 is none.</param>
public readonly record struct ExecutionUnitId(ulong Value)
{
    /// <summary>Hexadecimal digits of an id.</summary>
    internal const int Digits = 16;

    /// <summary>No execution unit.</summary>
    public static ExecutionUnitId None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Value == 0;

    /// <summary>A random id that is not <see cref="None"/>.</summary>
    public static ExecutionUnitId New()
    {
        ulong value = 0;
        while (value == 0) Random.Shared.NextBytes(MemoryMarshal.AsBytes(new Span<ulong>(ref value))); // seeded anew in each process
        return new ExecutionUnitId(value);
    }

    /// <summary>The id that <see cref="ToString"/> has written.</summary>
    /// <param name="text">16 hexadecimal digits, upper or lower case.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is something else.</exception>
    public static ExecutionUnitId Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out ExecutionUnitId id) ? id : throw new FormatException($"Expected {Digits} hexadecimal digits (found \"{text}\").");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    /// <param name="text">16 hexadecimal digits, upper or lower case.</param>
    /// <param name="id">The id, or <see cref="None"/> where the text is something else.</param>
    /// <returns>Whether the text is an id.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ExecutionUnitId id)
    {
        id = default;
        if (text.Length != Digits || !ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value)) return false;
        id = new ExecutionUnitId(value);
        return true;
    }

    /// <summary>The id as 16 hexadecimal digits in lower case.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
