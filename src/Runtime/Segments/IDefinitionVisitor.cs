namespace Weft.Segments;

/// <summary>Takes definitions of spans, many at a time.</summary>
internal interface IDefinitionVisitor
{
    /// <summary>Consecutive roots of a source (or, when inner, of untraced sequences inside the records that a step took).</summary>
    void TakeRoots(int operation, bool isInner, ulong firstSpan, ulong firstIndex, ulong count);

    /// <summary>
    /// Consecutive records of a message, from <paramref name="firstSpan"/> on; unless a visitor wants to know more, they are roots of their sender, and their index is the span
    /// there.
    /// </summary>
    void TakeReceived(ReceivedRange range, ulong firstSpan, ulong count)
    {
        ulong offset = firstSpan - range.First;
        if (range.Kind is ReceivedKind.Each or ReceivedKind.Untraced) TakeRoots(range.Sender, isInner: false, firstSpan, range.IndexOf(offset), count);
        else for (ulong i = 0; i < count; i++) TakeRoots(range.Sender, isInner: false, firstSpan + i, range.IndexOf(offset + i), 1);
    }

    /// <summary>Consecutive children of one row. The list is reused for the next call.</summary>
    void TakeChildren(int step, bool isCoarse, ulong firstChild, ulong count, List<ParentRun> parents);

    /// <summary>Consecutive spans that stand for others, each for the one at its index.</summary>
    void TakeAliases(int step, ulong firstAlias, ReadOnlySpan<ulong> originals);
}
