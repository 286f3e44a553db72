using System.Globalization;

namespace Weft.Answers;

/// <summary>What stands in front of a line of a printed tree.</summary>
/// <param name="Stems">The lines that pass from above; empty beyond <see cref="DeepestDrawn"/>.</param>
/// <param name="Depth">0 for what hangs on the record asked about.</param>
// Design: down to a depth that an eye can follow, the lines of the tree; beyond it the depth as a number, so that a line, and with it the text of a tree
// however deep, stays short.
internal readonly record struct TreeIndent(string Stems, int Depth)
{
    /// <summary>The greatest depth at which lines are drawn.</summary>
    internal const int DeepestDrawn = 40;

    /// <summary>What stands in front of the lines directly below the heading.</summary>
    internal static TreeIndent Top => new("", 0);

    /// <summary>In front of a line, up to its branch.</summary>
    public override string ToString() => Depth <= DeepestDrawn ? Stems : string.Create(CultureInfo.InvariantCulture, $"[{Depth}] ");

    /// <summary>One level deeper, below a line that continues by a stem or a gap.</summary>
    internal TreeIndent Below(string stem) => new(Depth < DeepestDrawn ? Stems + stem : "", Depth + 1);
}
