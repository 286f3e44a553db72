namespace Weft.Segments;

/// <summary>Takes definitions of spans, many at a time.</summary>
internal interface IDefinitionVisitor
{
    /// <summary>Consecutive roots of a source (or, when inner, of untraced sequences inside the records that a step took).</summary>
    void TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count);

    /// <summary>Consecutive children of one row. The list is reused for the next call.</summary>
    void TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents);

    /// <summary>Consecutive spans that stand for others, each for the one at its index.</summary>
    void TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals);
}
