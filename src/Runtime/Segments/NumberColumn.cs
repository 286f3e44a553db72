using System.Numerics;

namespace Weft.Segments;

/// <summary>A list of unsigned 64-bit numbers in one of three encodings; their number is known from elsewhere.</summary>
// Design: what threads record is mostly regular (the next record, the next group), with some columns that jump about. Runs of equal differences
// catch the first; for the rest, groups of 128 numbers have offsets from the least or differences, whichever is narrower, of as many bits as the
// widest needs. The writer passes over the numbers twice, without trials: this is most of the background work of a recording.
internal static class NumberColumn
{
    private const byte Linear = 1;          // first, zigzag difference
    private const byte Runs = 2;            // first, then (zigzag difference, how often)...
    private const byte Groups = 3;          // groups of 128: form and width, base, packed numbers
    private const byte DifferenceForm = 0x80;
    private const int GroupLength = 128;
    private const int NumbersPerRun = 16;   // a run costs about as much as so many packed numbers
    private const int PackedWords = GroupLength + 1;

    internal static void Write(PayloadWriter payload, ReadOnlySpan<ulong> numbers)
    {
        if (numbers.IsEmpty) return;
        switch (CountRuns(numbers, numbers.Length / NumbersPerRun))
        {
            case <= 1:
                payload.Byte(Linear);
                payload.Varint(numbers[0]);
                payload.Zigzag(numbers.Length > 1 ? numbers[1] - numbers[0] : 0);
                break;
            case int runs when runs <= numbers.Length / NumbersPerRun:
                WriteRuns(payload, numbers);
                break;
            default:
                payload.Byte(Groups);
                for (; !numbers.IsEmpty; numbers = numbers[Math.Min(GroupLength, numbers.Length)..]) WriteGroup(payload, numbers[..Math.Min(GroupLength, numbers.Length)]);
                break;
        }
    }

    internal static ulong[] Read(ref PayloadReader payload, int count)
    {
        if (count == 0) return [];
        byte encoding = payload.Byte();
        switch (encoding)
        {
            case Linear: return ReadLinear(ref payload, count);
            case Runs: return ReadRuns(ref payload, count);
            case Groups: return ReadGroups(ref payload, count);
            default:
                payload.Fail($"a number encoding from 1 to 3 (found {encoding}) before this");
                return [];
        }
    }

    // The number of runs of equal differences, counted no further than is needed to see that they are too many.
    private static int CountRuns(ReadOnlySpan<ulong> numbers, int most)
    {
        if (numbers.Length == 1) return 0;
        ulong previous = numbers[1], difference = previous - numbers[0];
        int runs = 1;
        for (int i = 2; i < numbers.Length; i++)
        {
            ulong number = numbers[i];
            if (number - previous != difference)
            {
                difference = number - previous;
                if (++runs > Math.Max(most, 1)) return runs;
            }
            previous = number;
        }
        return runs;
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

    private static void WriteGroup(PayloadWriter payload, ReadOnlySpan<ulong> numbers)
    {
        ulong least = numbers[0], greatest = numbers[0], previous = numbers[0], differences = 0;
        for (int i = 1; i < numbers.Length; i++)
        {
            ulong number = numbers[i];
            least = Math.Min(least, number);
            greatest = Math.Max(greatest, number);
            differences |= PayloadWriter.Fold(number - previous);
            previous = number;
        }

        Span<ulong> packed = stackalloc ulong[PackedWords];
        packed.Clear();
        int offsetWidth = 64 - BitOperations.LeadingZeroCount(greatest - least);
        int differenceWidth = 64 - BitOperations.LeadingZeroCount(differences);
        if (offsetWidth <= differenceWidth)
        {
            payload.Byte((byte)offsetWidth);
            payload.Varint(least);
            for (int i = 0; i < numbers.Length; i++) PackedBits.Put(packed, i * offsetWidth, numbers[i] - least);
            PackedBits.Write(payload, packed, numbers.Length * offsetWidth);
        }
        else
        {
            payload.Byte((byte)(differenceWidth | DifferenceForm));
            payload.Varint(numbers[0]);
            for (int i = 1; i < numbers.Length; i++) PackedBits.Put(packed, (i - 1) * differenceWidth, PayloadWriter.Fold(numbers[i] - numbers[i - 1]));
            PackedBits.Write(payload, packed, (numbers.Length - 1) * differenceWidth);
        }
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

    private static ulong[] ReadGroups(ref PayloadReader payload, int count)
    {
        ulong[] numbers = new ulong[count];
        Span<ulong> packed = stackalloc ulong[PackedWords];
        for (int start = 0; start < numbers.Length; start += GroupLength)
        {
            Span<ulong> group = numbers.AsSpan(start, Math.Min(GroupLength, numbers.Length - start));
            byte form = payload.Byte();
            int width = form & ~DifferenceForm;
            if (width > 64) payload.Fail($"a width of at most 64 bits (found {width}) before this");
            ulong number = payload.Varint();
            if ((form & DifferenceForm) == 0)
            {
                PackedBits.Unpack(PackedBits.Take(ref payload, group.Length * width), packed);
                for (int i = 0; i < group.Length; i++) group[i] = number + PackedBits.Get(packed, i * width, width);
                continue;
            }
            PackedBits.Unpack(PackedBits.Take(ref payload, (group.Length - 1) * width), packed);
            group[0] = number;
            for (int i = 1; i < group.Length; i++) group[i] = number += PayloadReader.Unfold(PackedBits.Get(packed, (i - 1) * width, width));
        }
        return numbers;
    }
}
