using System.Globalization;

namespace Weft;

/// <summary>The identity of a record: an unsigned 64-bit id below 2^63, unique in its process.</summary>
/// <param name="Value">The id; 0 is none.</param>
public readonly record struct SpanId(ulong Value)
{
    /// <summary>No span: the record was never seen by a woven operator.</summary>
    public static SpanId None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Value == 0;

    /// <summary>The id as <c>#n</c>, n decimal.</summary>
    public override string ToString() => "#" + Value.ToString(CultureInfo.InvariantCulture);
}
