using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Weft.Analyzers.Testing;

/// <summary>A place in test code. The name is empty for <c>[|...|]</c>, an id for <c>{|ID:...|}</c>, a number for <c>{|#0:...|}</c>.</summary>
internal sealed record MarkupSpan(string Name, TextSpan Span);

/// <summary>Test code with the expected places marked in it.</summary>
internal sealed partial class Markup
{
    private readonly StringBuilder _text = new();
    private readonly List<MarkupSpan> _spans = [];
    private readonly Stack<(string Name, int Start)> _open = new();

    private Markup()
    {
    }

    internal string Text => _text.ToString();

    internal IReadOnlyList<MarkupSpan> Spans => _spans;

    internal static Markup Parse(string input)
    {
        var markup = new Markup();
        for (int at = 0; at < input.Length;)
        {
            int length = markup.TakeMark(input, at);
            if (length == 0)
            {
                markup._text.Append(input[at]);
                length = 1;
            }
            at += length;
        }
        if (markup._open.TryPeek(out (string Name, int Start) unclosed))
            throw new ArgumentException($"the markup '{unclosed.Name}' that opens at offset {unclosed.Start} is not closed");
        return markup;
    }

    // The length of the mark at an offset, 0 when there is none.
    private int TakeMark(string input, int at)
    {
        if (Is(input, at, "[|")) return Open("", 2);
        if (NamedStart().Match(input, at) is { Success: true } start) return Open(start.Groups[1].Value, start.Length);
        if (!_open.TryPeek(out (string Name, int Start) innermost)) return 0;
        return Is(input, at, innermost.Name.Length == 0 ? "|]" : "|}") ? Close() : 0;
    }

    private int Open(string name, int length)
    {
        _open.Push((name, _text.Length));
        return length;
    }

    private int Close()
    {
        (string name, int start) = _open.Pop();
        _spans.Add(new MarkupSpan(name, TextSpan.FromBounds(start, _text.Length)));
        return 2;
    }

    private static bool Is(string input, int at, string mark) => string.CompareOrdinal(input, at, mark, 0, mark.Length) == 0;

    [GeneratedRegex(@"\G\{\|([^:|\[\]{}]+):")]
    private static partial Regex NamedStart();
}
