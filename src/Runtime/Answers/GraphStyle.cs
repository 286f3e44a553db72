namespace Weft.Answers;

/// <summary>What a piece of a printed answer is.</summary>
internal enum GraphPart
{
    /// <summary>A line of the tree.</summary>
    Tree,

    /// <summary>The record asked about.</summary>
    Asked,

    /// <summary>A record that entered from outside, or a source.</summary>
    Root,

    /// <summary>A record that follows from others, or the operator that made it.</summary>
    Derived,

    /// <summary>A record that the recording does not hold.</summary>
    Missing,

    /// <summary>A number of records.</summary>
    Count,

    /// <summary>What is said beside a record: the operators that passed it on, its number of parents.</summary>
    Note,

    /// <summary>Coarse or incomplete, and why.</summary>
    Verdict,

    /// <summary>Words between the others.</summary>
    Text,
}

/// <summary>How the pieces of a printed answer look; as it is, plain text.</summary>
internal class GraphStyle
{
    internal static readonly GraphStyle Plain = new();

    /// <summary>In front of a parent that is not the last.</summary>
    internal virtual string Branch => "├─ ";

    /// <summary>In front of the last parent.</summary>
    internal virtual string LastBranch => "└─ ";

    /// <summary>In front of what hangs on a parent that is not the last.</summary>
    internal virtual string Stem => "│  ";

    /// <summary>In front of what hangs on the last parent.</summary>
    internal virtual string Gap => "   ";

    /// <summary>What else is to be said of a record, behind its line; null for nothing.</summary>
    internal virtual string? NoteOf(LineageNode node) => null;

    /// <summary>A piece of text, without line ends, as it is to be written. Everything but line ends passes here.</summary>
    internal virtual string Paint(GraphPart part, string text) => text;
}
