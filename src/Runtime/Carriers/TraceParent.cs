using System.Globalization;

namespace Weft.Carriers;

/// <summary>The <c>traceparent</c> header of W3C Trace Context (https://www.w3.org/TR/trace-context-2/#traceparent-header).</summary>
/// <param name="Trace">The trace; never none.</param>
/// <param name="Parent">What the sender calls the step of its own that the message belongs to; never 0.</param>
/// <param name="Flags">Those that are known: <see cref="Sampled"/>, <see cref="RandomTrace"/>.</param>
internal readonly record struct TraceParent(TraceId Trace, ulong Parent, byte Flags)
{
    internal const string HeaderName = "traceparent";

    /// <summary>The sender may have recorded the trace.</summary>
    internal const byte Sampled = 1;

    /// <summary>The last seven bytes of the trace's id are random.</summary>
    internal const byte RandomTrace = 2;

    // version "-" trace-id "-" parent-id "-" flags
    private const int TraceAt = 3, ParentAt = 36, FlagsAt = 53, Length = 55;
    private const int MostLength = 1024; // of a version to come

    /// <summary>Reads a header's value. Of versions to come, what version 00 has is read.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out TraceParent parent)
    {
        parent = default;
        text = text.Trim(" \t");
        if (text.Length is < Length or > MostLength || text[TraceAt - 1] != '-' || text[ParentAt - 1] != '-' || text[FlagsAt - 1] != '-') return false;
        if (!LowerHex.TryRead(text[..2], out ulong version) || version == 0xFF) return false;
        if (text.Length > Length && (version == 0 || text[Length] != '-')) return false;
        if (!LowerHex.TryRead(text[TraceAt..(ParentAt - 1)], out UInt128 trace) || trace == UInt128.Zero) return false;
        if (!LowerHex.TryRead(text[ParentAt..(FlagsAt - 1)], out ulong parentId) || parentId == 0) return false;
        if (!LowerHex.TryRead(text[FlagsAt..Length], out ulong flags)) return false;
        parent = new TraceParent(new TraceId(trace), parentId, (byte)(flags & (Sampled | RandomTrace)));
        return true;
    }

    /// <summary>The header's value, of version 00.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"00-{Trace}-{Parent:x16}-{Flags:x2}");
}
