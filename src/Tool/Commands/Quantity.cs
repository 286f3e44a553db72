using System.Globalization;

namespace Weft.Tool.Commands;

/// <summary>Durations and sizes as people write them: a whole number and a unit.</summary>
internal static class Quantity
{
    /// <summary>A duration like <c>30d</c>, <c>12h</c>, <c>45m</c>, <c>2w</c>; null for anything else.</summary>
    internal static TimeSpan? Duration(string text) => (Number(text), Unit(text)) switch
    {
        ({ } number, 'm') => TimeSpan.FromMinutes(number),
        ({ } number, 'h') => TimeSpan.FromHours(number),
        ({ } number, 'd') => TimeSpan.FromDays(number),
        ({ } number, 'w') => TimeSpan.FromDays(7L * number),
        _ => null,
    };

    /// <summary>A size like <c>500M</c>, <c>2G</c>, <c>64K</c> or <c>1T</c>, of 1024; null for anything else.</summary>
    internal static long? Size(string text) => (Number(text), Unit(text)) switch
    {
        ({ } number, 'k') => (long)number << 10,
        ({ } number, 'm') => (long)number << 20,
        ({ } number, 'g') => (long)number << 30,
        ({ } number, 't') => (long)number << 40,
        _ => null,
    };

    // Below a million: no sum of them overflows.
    private static int? Number(string text) =>
        text.Length is > 1 and <= 7 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static char Unit(string text) => char.ToLowerInvariant(text[^1]);
}
