using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>A fast 64-bit hash in which position matters, so that a sort in place is noticed; not for adversaries.</summary>
internal static class ArrayHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;
    private const int Word = sizeof(ulong);

    // Four lanes, so that the multiplications of one round do not wait for each other. Each step is a bijection of its lane, so that a single
    // changed word is always noticed.
    internal static ulong Of(ref byte bytes, nuint length)
    {
        ulong a = Prime, b = 0xC2B2AE3D27D4EB4F, c = 0x165667B19E3779F9, d = 0x27D4EB2F165667C5;
        nuint i = 0;
        for (; i + 4 * Word <= length; i += 4 * Word)
        {
            a = Mix(a, Read(ref bytes, i));
            b = Mix(b, Read(ref bytes, i + Word));
            c = Mix(c, Read(ref bytes, i + 2 * Word));
            d = Mix(d, Read(ref bytes, i + 3 * Word));
        }
        for (; i + Word <= length; i += Word) a = Mix(a, Read(ref bytes, i));
        for (; i < length; i++) b = Mix(b, Unsafe.Add(ref bytes, i));
        return Mix(Mix(a, b), Mix(c, d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the loop body of Of
    private static ulong Mix(ulong state, ulong word) => ulong.RotateLeft(state ^ word, 29) * Prime;

    private static ulong Read(ref byte bytes, nuint offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, offset));
}
