namespace Weft.Tool.Rendering;

/// <summary>What a node of a picture is.</summary>
internal enum PictureShape
{
    /// <summary>The record asked about, or an output.</summary>
    Asked,

    /// <summary>A record that entered from outside, or a source.</summary>
    Root,

    /// <summary>A record that follows from others, or an operator.</summary>
    Derived,

    /// <summary>Something that the recording does not hold.</summary>
    Missing,

    /// <summary>A remark.</summary>
    Remark,
}

/// <summary>A graph to be drawn: records flow along its edges.</summary>
/// <param name="Nodes">The nodes; an edge names them by position.</param>
/// <param name="Edges">The edges, from where records come to where they go.</param>
internal sealed record Picture(IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureEdge> Edges);

/// <summary>A node.</summary>
/// <param name="Shape">What it is.</param>
/// <param name="Label">Its text; may have several lines.</param>
internal sealed record PictureNode(PictureShape Shape, string Label);

/// <summary>An edge.</summary>
/// <param name="From">Position of the node that it comes from.</param>
/// <param name="To">Position of the node that it goes to.</param>
/// <param name="Label">Its text; empty for none.</param>
/// <param name="IsSummary">Whether it stands for a way whose single steps are not drawn.</param>
internal sealed record PictureEdge(int From, int To, string Label, bool IsSummary = false);
