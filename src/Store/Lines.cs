namespace Weft.Store;

/// <summary>A list of names inside a message.</summary>
internal static class Lines
{
    private const int Most = 10;

    /// <summary>The first names, one an indented line, and how many more there are.</summary>
    internal static string Of(IReadOnlyList<string> names)
    {
        string lines = string.Join('\n', names.Take(Most).Select(name => "  " + name));
        return names.Count > Most ? $"{lines}\n  ... and {names.Count - Most} more" : lines;
    }
}
