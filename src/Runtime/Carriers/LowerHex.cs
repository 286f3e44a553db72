namespace Weft.Carriers;

/// <summary>Numbers as hexadecimal digits in lower case, the only case that W3C Trace Context allows.</summary>
internal static class LowerHex
{
    /// <summary>Reads all of a text of 1 to 16 digits.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        if (text.Length is 0 or > 16) return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigitLower(c)) return false;
            value = value << 4 | (uint)(char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10);
        }
        return true;
    }

    /// <summary>Reads all of a text of 32 digits.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = default;
        if (text.Length != 32 || !TryRead(text[..16], out ulong upper) || !TryRead(text[16..], out ulong lower)) return false;
        value = new UInt128(upper, lower);
        return true;
    }
}
