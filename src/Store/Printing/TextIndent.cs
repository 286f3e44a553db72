using Weft.Answers;

namespace Weft.Store.Printing;

/// <summary>What stands in front of a line of a printed tree; the default is the top's.</summary>
internal readonly struct TextIndent
{
    private readonly TreeIndent? _indent;

    private TextIndent(TreeIndent indent) => _indent = indent;

    /// <summary>One level deeper, below a line that is or is not the last of its level.</summary>
    internal TextIndent Below(bool isLast, TextStyle style) => new((_indent ?? TreeIndent.Top).Below(isLast ? style.Gap : style.Stem));

    /// <summary>In front of a line, up to its branch.</summary>
    public override string ToString() => _indent?.ToString() ?? "";
}
