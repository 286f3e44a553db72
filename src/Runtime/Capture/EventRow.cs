using System.Runtime.InteropServices;

namespace Weft.Capture;

/// <summary>The words of an event in a thread's stream.</summary>
// Design: (head, time), then what the head's flags announce, in their order: reference (unit, number), site, span, value (its head, then its words).
// The head's bits 0 to 47 are the number of the event in its execution unit, 48 to 55 its kind, 56 to 62 the flags; bit 63 is clear, as in every row's
// first word. A value's head: bits 0 to 31 the key, 32 to 39 the type, 40 to 62 the number of characters of a text.
internal static class EventRow
{
    internal const ulong HasReference = 1;
    internal const ulong HasSite = 2;
    internal const ulong HasSpan = 4;
    internal const ulong HasValue = 8;

    /// <summary>The event at which the execution unit was seen to be shared.</summary>
    internal const ulong IsShared = 16;

    /// <summary>Words of an event, at most, a text not counted: an event with a value has neither reference nor site.</summary>
    internal const int MostWords = 6;

    /// <summary>Most characters of a text value; four are a word.</summary>
    internal const int MostCharacters = 8192;

    private const int KindShift = 48;
    private const int FlagsShift = 56;
    private const int TypeShift = 32;
    private const int CharactersShift = 40;
    private const int CharactersPerWord = sizeof(ulong) / sizeof(char);

    internal static ulong Head(EventKind kind, long number, ulong flags) => (ulong)number & (1ul << KindShift) - 1 | (ulong)kind << KindShift | flags << FlagsShift;

    internal static ulong WithFlags(ulong head, ulong flags) => head | flags << FlagsShift;

    internal static long NumberOf(ulong head) => (long)(head & (1ul << KindShift) - 1);

    internal static EventKind KindOf(ulong head) => (EventKind)(byte)(head >> KindShift);

    internal static ulong FlagsOf(ulong head) => head >> FlagsShift & 0x7F;

    internal static ulong ValueHead(int key, AnnotationType type, int characters) => (uint)key | (ulong)type << TypeShift | (ulong)characters << CharactersShift;

    internal static int KeyOf(ulong valueHead) => (int)(uint)valueHead;

    internal static AnnotationType TypeOf(ulong valueHead) => (AnnotationType)(byte)(valueHead >> TypeShift);

    internal static int CharactersOf(ulong valueHead) => (int)(valueHead >> CharactersShift);

    /// <summary>Words of a text.</summary>
    internal static int WordsOf(int characters) => (characters + CharactersPerWord - 1) / CharactersPerWord;

    /// <summary>Words of a row.</summary>
    internal static int WidthOf(ReadOnlySpan<ulong> row)
    {
        ulong flags = FlagsOf(row[0]);
        int width = ValueAt(flags);
        return (flags & HasValue) == 0 ? width : width + 1 + ValueWords(row[width]);
    }

    /// <summary>Where the value's head stands in a row with these flags.</summary>
    internal static int ValueAt(ulong flags) => 2 + (int)(flags & HasReference) * 2 + (int)(flags >> 1 & 1) + (int)(flags >> 2 & 1);

    /// <summary>The text of a value, from the words behind its head.</summary>
    internal static ReadOnlySpan<char> TextOf(ulong valueHead, ReadOnlySpan<ulong> words) => MemoryMarshal.Cast<ulong, char>(words)[..CharactersOf(valueHead)];

    private static int ValueWords(ulong valueHead) => TypeOf(valueHead) switch
    {
        AnnotationType.Text => WordsOf(CharactersOf(valueHead)),
        AnnotationType.Integer or AnnotationType.Number => 1,
        _ => 0,
    };
}
