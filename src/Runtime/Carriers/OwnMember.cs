using System.Globalization;

namespace Weft.Carriers;

/// <summary>
/// What this library says beside a message: <c>1:process:unit:event:span:count</c>, all but the form's number hexadecimal digits in lower case, 16 of the first two.
/// It is the value of the member <c>weft</c> of <c>tracestate</c>.
/// </summary>
/// <param name="Process">The id of the process that the spans belong to; never 0.</param>
/// <param name="Unit">The sender's execution unit; 0 is none.</param>
/// <param name="Number">The number of the event at which it was sent; 0 is none.</param>
/// <param name="Span">The span of the message's first record; 0 is none.</param>
/// <param name="Count">The number of its records, with consecutive spans; 0 when there are none.</param>
internal readonly record struct OwnMember(ulong Process, ulong Unit, long Number, ulong Span, int Count)
{
    private const int Fields = 5;
    private const int MostLength = 2 + 5 * 17;
    private const string Form = "1:";

    /// <summary>Reads a member's value.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out OwnMember member)
    {
        member = default;
        if (text.Length > MostLength || !text.StartsWith(Form)) return false;
        Span<ulong> fields = stackalloc ulong[Fields];
        text = text[Form.Length..];
        for (int i = 0; i < Fields; i++)
        {
            int end = text.IndexOf(':');
            if (end < 0 != (i == Fields - 1)) return false;
            ReadOnlySpan<char> field = end < 0 ? text : text[..end];
            if ((i < 2 && field.Length != 16) || !LowerHex.TryRead(field, out fields[i])) return false;
            text = text[(end + 1)..];
        }
        (ulong process, ulong number, ulong span, ulong count) = (fields[0], fields[2], fields[3], fields[4]);
        if (number > long.MaxValue || span > long.MaxValue || count > int.MaxValue || span + count > long.MaxValue) return false;
        if (process == 0 || (span == 0) != (count == 0) || (fields[1] == 0) != (number == 0)) return false;
        member = new OwnMember(process, fields[1], (long)number, span, (int)count);
        return true;
    }

    /// <summary>What the sender calls the step of its own that the message belongs to, in <c>traceparent</c>: derived from what identifies it. Never 0.</summary>
    internal ulong ParentId => Number != 0 ? ParentIdOf(new EventId(new ExecutionUnitId(Unit), Number)) : Hash(Process, Span);

    /// <summary>The same of a message that was sent at an event.</summary>
    internal static ulong ParentIdOf(EventId sent) => Hash(sent.Unit.Value, (ulong)sent.Number);

    /// <summary>The member's value.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Form}{Process:x16}:{Unit:x16}:{Number:x}:{Span:x}:{Count:x}");

    // A bijection of the second number: events of one unit never collide.
    private static ulong Hash(ulong first, ulong second)
    {
        ulong hash = SplitMix.Of(SplitMix.Of(first) + second);
        return hash == 0 ? 1 : hash;
    }
}
