using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Weft.Flows;

/// <summary>What the encoder asks of a block of spans, several spans at a time. Spans are below 2^63, so that they compare as signed numbers.</summary>
internal static class SpanScan
{
    /// <summary>Whether each span is greater than the one before it.</summary>
    internal static bool IsAscending(ReadOnlySpan<ulong> spans)
    {
        int i = 1;
        ReadOnlySpan<long> numbers = MemoryMarshal.Cast<ulong, long>(spans);
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<long> ascend = Vector256<long>.AllBitsSet;
            for (; i <= numbers.Length - Vector256<long>.Count; i += Vector256<long>.Count)
                ascend &= Vector256.LessThan(Vector256.Create(numbers[(i - 1)..]), Vector256.Create(numbers[i..]));
            if (ascend != Vector256<long>.AllBitsSet) return false;
        }
        for (; i < numbers.Length; i++)
        {
            if (numbers[i - 1] >= numbers[i]) return false;
        }
        return true;
    }

    /// <summary>The least and the greatest span of at least one.</summary>
    internal static (ulong Least, ulong Greatest) Bounds(ReadOnlySpan<ulong> spans)
    {
        int i = 0;
        ReadOnlySpan<long> numbers = MemoryMarshal.Cast<ulong, long>(spans);
        long least = numbers[0], greatest = numbers[0];
        if (Vector256.IsHardwareAccelerated && numbers.Length >= Vector256<long>.Count)
        {
            Vector256<long> leasts = Vector256.Create(numbers), greatests = leasts;
            for (i = Vector256<long>.Count; i <= numbers.Length - Vector256<long>.Count; i += Vector256<long>.Count)
            {
                Vector256<long> some = Vector256.Create(numbers[i..]);
                leasts = Vector256.Min(leasts, some);
                greatests = Vector256.Max(greatests, some);
            }
            for (int lane = 0; lane < Vector256<long>.Count; lane++)
            {
                least = Math.Min(least, leasts[lane]);
                greatest = Math.Max(greatest, greatests[lane]);
            }
        }
        for (; i < numbers.Length; i++)
        {
            least = Math.Min(least, numbers[i]);
            greatest = Math.Max(greatest, numbers[i]);
        }
        return ((ulong)least, (ulong)greatest);
    }
}
