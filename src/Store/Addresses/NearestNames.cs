namespace Weft.Store.Addresses;

/// <summary>Finds what somebody may have meant who wrote a name that does not exist.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>The known names that are nearest to a name, nearest first; none when all are far.</summary>
    internal static IReadOnlyList<string> To(string name, IEnumerable<string> known)
    {
        int farthest = Math.Max(2, name.Length / 3);
        return
        [
            .. known.Distinct(StringComparer.Ordinal)
                .Select(candidate => (candidate, distance: candidate.Contains(name, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(name, candidate)))
                .Where(pair => pair.distance <= farthest)
                .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
                .Select(pair => pair.candidate)
                .Take(Most),
        ];
    }

    // Levenshtein's distance, letters' case ignored, with two rows of the table.
    private static int Distance(string left, string right)
    {
        int[] above = [.. Enumerable.Range(0, right.Length + 1)];
        int[] row = new int[right.Length + 1];
        for (int i = 0; i < left.Length; i++)
        {
            row[0] = i + 1;
            for (int j = 0; j < right.Length; j++)
            {
                int change = char.ToUpperInvariant(left[i]) == char.ToUpperInvariant(right[j]) ? 0 : 1;
                row[j + 1] = Math.Min(above[j] + change, Math.Min(above[j + 1], row[j]) + 1);
            }
            (above, row) = (row, above);
        }
        return above[^1];
    }
}
