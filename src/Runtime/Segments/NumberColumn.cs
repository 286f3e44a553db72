using System.Numerics;

namespace Weft.Segments;

/// <summary>A list of unsigned 64-bit numbers in the shortest of four encodings; their number is known from elsewhere.</summary>
// Design: what threads record is mostly regular (the next record, the next group) with some columns that jump about. Differences catch the
// first, fixed-width offsets from the least number the second. All sizes are computed in one pass, so that choosing costs no trial.
internal static class NumberColumn
{
    private const byte Linear = 1;      // first, zigzag difference
    private const byte Differences = 2; // first, zigzag difference to each next number
    private const byte Runs = 3;        // first, then (zigzag difference, how often)...
    private const byte Packed = 4;      // least number, bits, offsets of that many bits each
    private const int WidestPacked = 56;

    internal static void Write(PayloadWriter payload, ReadOnlySpan<ulong> numbers)
    {
        if (numbers.IsEmpty) return;

        ulong first = numbers[0], least = first, greatest = first, previous = first, runDifference = 0;
        long differencesLength = 0, runsLength = 0;
        int runs = 0;
        long run = 0;
        for (int i = 1; i < numbers.Length; i++)
        {
            ulong number = numbers[i];
            ulong difference = number - previous;
            previous = number;
            least = Math.Min(least, number);
            greatest = Math.Max(greatest, number);
            int length = PayloadWriter.VarintLength(PayloadWriter.Fold(difference));
            differencesLength += length;
            if (run > 0 && difference == runDifference)
            {
                run++;
                continue;
            }
            if (run > 0) runsLength += PayloadWriter.VarintLength((ulong)run);
            runsLength += length;
            runDifference = difference;
            run = 1;
            runs++;
        }
        if (run > 0) runsLength += PayloadWriter.VarintLength((ulong)run);

        if (runs <= 1)
        {
            payload.Byte(Linear);
            payload.Varint(first);
            payload.Zigzag(runDifference);
            return;
        }

        int bits = 64 - BitOperations.LeadingZeroCount(greatest - least);
        long packedLength = bits > WidestPacked ? long.MaxValue : 1 + PackedBytes(numbers.Length, bits);
        if (packedLength < Math.Min(differencesLength, runsLength)) WritePacked(payload, numbers, least, bits);
        else if (runsLength < differencesLength) WriteRuns(payload, numbers);
        else WriteDifferences(payload, numbers);
    }

    internal static ulong[] Read(ref PayloadReader payload, int count)
    {
        if (count == 0) return [];
        byte encoding = payload.Byte();
        switch (encoding)
        {
            case Linear: return ReadLinear(ref payload, count);
            case Differences: return ReadDifferences(ref payload, count);
            case Runs: return ReadRuns(ref payload, count);
            case Packed: return ReadPacked(ref payload, count);
            default:
                payload.Fail($"a number encoding from 1 to 4 (found {encoding}) before this");
                return [];
        }
    }

    private static void WriteDifferences(PayloadWriter payload, ReadOnlySpan<ulong> numbers)
    {
        payload.Byte(Differences);
        payload.Varint(numbers[0]);
        for (int i = 1; i < numbers.Length; i++) payload.Zigzag(numbers[i] - numbers[i - 1]);
    }

    private static void WriteRuns(PayloadWriter payload, ReadOnlySpan<ulong> numbers)
    {
        payload.Byte(Runs);
        payload.Varint(numbers[0]);
        for (int i = 1; i < numbers.Length;)
        {
            ulong difference = numbers[i] - numbers[i - 1];
            int end = i + 1;
            while (end < numbers.Length && numbers[end] - numbers[end - 1] == difference) end++;
            payload.Zigzag(difference);
            payload.Varint(end - i);
            i = end;
        }
    }

    private static void WritePacked(PayloadWriter payload, ReadOnlySpan<ulong> numbers, ulong least, int bits)
    {
        payload.Byte(Packed);
        payload.Varint(least);
        payload.Byte((byte)bits);
        Span<byte> room = payload.Take(PackedBytes(numbers.Length, bits));
        ulong pending = 0;
        int pendingBits = 0, at = 0;
        foreach (ulong number in numbers)
        {
            pending |= (number - least) << pendingBits;
            for (pendingBits += bits; pendingBits >= 8; pendingBits -= 8)
            {
                room[at++] = (byte)pending;
                pending >>= 8;
            }
        }
        if (pendingBits > 0) room[at] = (byte)pending;
    }

    private static ulong[] ReadLinear(ref PayloadReader payload, int count)
    {
        ulong number = payload.Varint();
        ulong difference = payload.Zigzag();
        ulong[] numbers = new ulong[count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = number;
            number += difference;
        }
        return numbers;
    }

    private static ulong[] ReadDifferences(ref PayloadReader payload, int count)
    {
        if (count > payload.Remaining) payload.Fail($"{count} numbers");
        ulong[] numbers = new ulong[count];
        numbers[0] = payload.Varint();
        for (int i = 1; i < numbers.Length; i++) numbers[i] = numbers[i - 1] + payload.Zigzag();
        return numbers;
    }

    private static ulong[] ReadRuns(ref PayloadReader payload, int count)
    {
        ulong[] numbers = new ulong[count];
        ulong number = numbers[0] = payload.Varint();
        for (int i = 1; i < numbers.Length;)
        {
            ulong difference = payload.Zigzag();
            int length = payload.Int32();
            if (length == 0 || length > numbers.Length - i) payload.Fail($"a run of 1 to {numbers.Length - i} numbers (found {length}) before this");
            for (; length > 0; length--) numbers[i++] = number += difference;
        }
        return numbers;
    }

    private static ulong[] ReadPacked(ref PayloadReader payload, int count)
    {
        ulong least = payload.Varint();
        int bits = payload.Byte();
        if (bits is 0 or > WidestPacked) payload.Fail($"a width of 1 to {WidestPacked} bits (found {bits}) before this");
        if ((long)count * bits > (long)payload.Remaining * 8) payload.Fail($"{count} numbers of {bits} bits");
        ReadOnlySpan<byte> packed = payload.Take(PackedBytes(count, bits));
        ulong[] numbers = new ulong[count];
        ulong mask = (1ul << bits) - 1, pending = 0;
        int pendingBits = 0, at = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            for (; pendingBits < bits; pendingBits += 8) pending |= (ulong)packed[at++] << pendingBits;
            numbers[i] = least + (pending & mask);
            pending >>= bits;
            pendingBits -= bits;
        }
        return numbers;
    }

    private static int PackedBytes(int count, int bits) => checked((int)(((long)count * bits + 7) / 8));
}
