using Weft.Answers;

namespace Weft;

/// <summary>Why a record is there: everything it follows from, down to the records that entered from outside.</summary>
public sealed class LineageGraph
{
    /// <summary>Ancestors beyond which an answer is summarised by site, unless asked otherwise.</summary>
    public const int DefaultNodeLimit = 1000;

    private readonly IReadOnlyList<RootRange> _roots;

    internal LineageGraph(
        IReadOnlyList<LineageNode> nodes, long ancestorCount, IReadOnlyList<LineageSummaryRow> summary, IReadOnlyList<RootRange> roots,
        LineageVerdict verdict, IReadOnlyList<string> reasons)
    {
        Nodes = nodes;
        AncestorCount = ancestorCount;
        Summary = summary;
        _roots = roots;
        Verdict = verdict;
        Reasons = reasons;
    }

    /// <summary>The record asked about, at index 0, and its ancestors, each once. When <see cref="IsSummarised"/>, only the first.</summary>
    public IReadOnlyList<LineageNode> Nodes { get; }

    /// <summary>The record asked about.</summary>
    public LineageNode Asked => Nodes[0];

    /// <summary>The number of ancestors, listed or not.</summary>
    public long AncestorCount { get; }

    /// <summary>Whether there are too many ancestors to list: <see cref="Summary"/> and <see cref="Roots"/> still count all of them.</summary>
    public bool IsSummarised => AncestorCount > Nodes.Count - 1;

    /// <summary>The derived ancestors by site, most first.</summary>
    public IReadOnlyList<LineageSummaryRow> Summary { get; }

    /// <summary>The ancestors that entered from outside, by source and index; complete even when the answer is summarised.</summary>
    public IEnumerable<LineageRoot> Roots
    {
        get
        {
            foreach (RootRange range in _roots)
                for (long i = 0; i < range.Count; i++) yield return new LineageRoot(range.Source, range.FirstIndex + i, new SpanId(range.FirstSpan + (ulong)i));
        }
    }

    /// <summary>The number of <see cref="Roots"/>.</summary>
    public long RootCount => _roots.Sum(range => range.Count);

    /// <summary>How far the answer can be relied on.</summary>
    public LineageVerdict Verdict { get; }

    /// <summary>Why the answer is not exact: each names the place where precision was lost. Empty when exact.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>The messages on the way that their receiver got more than once.</summary>
    internal IReadOnlyList<string> Repeated { get; init; } = [];

    internal IReadOnlyList<RootRange> RootRanges => _roots;

    /// <summary>The answer as a tree, or as counts by site when it is summarised.</summary>
    public override string ToString() => GraphPrinter.Print(this);
}
