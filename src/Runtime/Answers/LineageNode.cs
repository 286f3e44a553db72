namespace Weft;

/// <summary>What a node of an answer is.</summary>
public enum LineageNodeKind
{
    /// <summary>The record that was asked about.</summary>
    Asked,

    /// <summary>A record that entered from outside.</summary>
    Root,

    /// <summary>A record that follows from others.</summary>
    Derived,

    /// <summary>A record whose definition the recording does not hold.</summary>
    Missing,
}

/// <summary>One record of an answer.</summary>
public sealed class LineageNode
{
    internal LineageNode(LineageNodeKind kind, SpanId span, string label)
    {
        Kind = kind;
        Span = span;
        Label = label;
    }

    /// <summary>What the node is.</summary>
    public LineageNodeKind Kind { get; }

    /// <summary>The record's span.</summary>
    public SpanId Span { get; }

    /// <summary>What a person would call it: <c>report[3]</c>, <c>Join Program.cs:26</c>, <c>flights.csv:17</c>.</summary>
    public string Label { get; }

    /// <summary>Where a derived record got its span; otherwise null.</summary>
    public LineageSite? Site { get; internal init; }

    /// <summary>Where a root comes from; otherwise null.</summary>
    public LineageSource? Source { get; internal init; }

    /// <summary>A root's 0-based index in its source; otherwise 0.</summary>
    public long Index { get; internal init; }

    /// <summary>The random id of the process that <see cref="Span"/> belongs to; 0 for the one whose recording was asked.</summary>
    public ulong Process { get; internal init; }

    /// <summary>Whether the parents only may have contributed.</summary>
    public bool IsCoarse { get; internal init; }

    /// <summary>What the record follows from.</summary>
    public IReadOnlyList<LineageEdge> Parents => ParentList;

    internal List<LineageEdge> ParentList { get; } = [];

    /// <summary>The label.</summary>
    public override string ToString() => Label;
}

/// <summary>That a record follows from another.</summary>
/// <param name="Parent">The record it follows from.</param>
/// <param name="Passed">The operators that handed the parent's span on unchanged, from the parent to the child.</param>
public sealed record LineageEdge(LineageNode Parent, IReadOnlyList<LineageSite> Passed);
