using System.Text;

namespace Weft.Tool.Rendering;

/// <summary>Keeps text from a recording, a file or the command line from driving the terminal.</summary>
internal static class ControlCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with a tab as a space and every other control character replaced.</summary>
    internal static string Remove(string text, bool keepLineEnds = false)
    {
        if (!text.Any(char.IsControl)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (char c in text) clean.Append(c == '\t' ? ' ' : char.IsControl(c) && !(keepLineEnds && c == '\n') ? Replacement : c);
        return clean.ToString();
    }
}
