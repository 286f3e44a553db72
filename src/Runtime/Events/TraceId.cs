using System.Buffers.Binary;
using System.Globalization;

namespace Weft;

/// <summary>The identity of a trace: the events of one computation across execution units and processes. A UUID of version 7, ordered by the time when it was made.</summary>
/// <param name="Value">The id, its first digit the most significant; 0 is none.</param>
public readonly record struct TraceId(UInt128 Value) : IComparable<TraceId>
{
    private const int Digits = 32;
    private const int TimeShift = 80;
    private const int VersionShift = 76;
    private const int TimeOrderedVersion = 7;

    /// <summary>No trace.</summary>
    public static TraceId None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Value == UInt128.Zero;

    /// <summary>When the id was made, UTC, to the millisecond; null where it is not a UUID of version 7.</summary>
    public DateTime? Time
    {
        get
        {
            if ((int)(Value >> VersionShift & 0xF) != TimeOrderedVersion) return null;
            var milliseconds = (long)(Value >> TimeShift);
            return milliseconds <= (DateTime.MaxValue - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond ? DateTime.UnixEpoch.AddTicks(milliseconds * TimeSpan.TicksPerMillisecond) : null;
        }
    }

    /// <summary>A new id: the time now, and 74 random bits (RFC 9562, section 5.7).</summary>
    public static TraceId New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        return new TraceId(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>The id that <see cref="ToString"/> has written.</summary>
    /// <param name="text">32 hexadecimal digits, upper or lower case.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is something else.</exception>
    public static TraceId Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out TraceId id) ? id : throw new FormatException($"Expected {Digits} hexadecimal digits (found \"{text}\").");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    /// <param name="text">32 hexadecimal digits, upper or lower case.</param>
    /// <param name="id">The id, or <see cref="None"/> where the text is something else.</param>
    /// <returns>Whether the text is an id.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out TraceId id)
    {
        id = default;
        if (text.Length != Digits || !UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out UInt128 value)) return false;
        id = new TraceId(value);
        return true;
    }

    /// <summary>By time, then by the random part.</summary>
    public int CompareTo(TraceId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits in lower case.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
