namespace Weft.Store.Printing;

/// <summary>What a piece of a printed answer is.</summary>
internal enum TextPart
{
    /// <summary>A line of a tree.</summary>
    Tree,

    /// <summary>The record asked about, or another heading.</summary>
    Heading,

    /// <summary>A record that entered from outside, or a source.</summary>
    Root,

    /// <summary>A record that follows from others, or the operator that made it.</summary>
    Derived,

    /// <summary>A number.</summary>
    Count,

    /// <summary>What is said beside something.</summary>
    Note,

    /// <summary>What makes an answer less than exact, or a recording less than whole.</summary>
    Warning,

    /// <summary>Words between the others.</summary>
    Text,
}

/// <summary>How the pieces of a printed answer look.</summary>
/// <param name="useGlyphs">Whether the lines of a tree are drawn by box characters rather than ASCII.</param>
/// <param name="paint">Makes of each piece what is to be written.</param>
internal sealed class TextStyle(bool useGlyphs, Func<TextPart, string, string> paint)
{
    /// <summary>In front of a child of the tree that is not the last.</summary>
    internal string Branch => useGlyphs ? "├─ " : "+- ";

    /// <summary>In front of the last child of the tree.</summary>
    internal string LastBranch => useGlyphs ? "└─ " : "\\- ";

    /// <summary>In front of what hangs on a child that is not the last.</summary>
    internal string Stem => useGlyphs ? "│  " : "|  ";

    /// <summary>In front of what hangs on the last child.</summary>
    internal string Gap => "   ";

    /// <summary>A piece of text as it is to be written.</summary>
    internal string Paint(TextPart part, string text) => paint(part, text);
}
