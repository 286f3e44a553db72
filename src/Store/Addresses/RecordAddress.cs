using System.Globalization;

namespace Weft.Store.Addresses;

/// <summary>What a person writes to name records: <c>report[3]</c>, <c>report#2[3]</c>, <c>report@Program.cs:26[3]</c>, <c>flights.csv:17</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Place">Behind @: the place that tells things of one name apart; otherwise null.</param>
/// <param name="Occurrence">Behind #: the 1-based occurrence; otherwise null.</param>
/// <param name="Index">In brackets: the 0-based index; otherwise null.</param>
/// <param name="Line">Behind a colon: the 1-based line; otherwise null.</param>
internal sealed record RecordAddress(string Name, string? Place, long? Occurrence, long? Index, long? Line)
{
    /// <summary>
    /// All that the text can mean, the most literal first: a name may itself contain brackets, #, @ or a colon.
    /// </summary>
    internal static IEnumerable<RecordAddress> Readings(string text)
    {
        yield return new RecordAddress(text, null, null, null, null);

        string rest = text;
        long? index = null;
        if (rest.EndsWith(']') && rest.LastIndexOf('[') is > 0 and var open && Number(rest[(open + 1)..^1]) is { } found)
        {
            index = found;
            rest = rest[..open];
            yield return new RecordAddress(rest, null, null, index, null);
        }

        long? occurrence = null;
        if (Split(rest, '#') is { } numbered && Number(numbered.After) is { } number)
        {
            occurrence = number;
            rest = numbered.Before;
            yield return new RecordAddress(rest, null, occurrence, index, null);
        }

        if (Split(rest, '@') is { } placed) yield return new RecordAddress(placed.Before, placed.After, occurrence, index, null);

        // Only a file's records are lines, and a file occurs once.
        if (index is null && occurrence is null && Split(rest, ':') is { } lined && Number(lined.After) is { } line)
        {
            yield return new RecordAddress(lined.Before, null, null, null, line);
            if (Split(lined.Before, '@') is { } both) yield return new RecordAddress(both.Before, both.After, null, null, line);
        }
    }

    private static (string Before, string After)? Split(string text, char mark) =>
        text.LastIndexOf(mark) is > 0 and var at && at < text.Length - 1 ? (text[..at], text[(at + 1)..]) : null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
