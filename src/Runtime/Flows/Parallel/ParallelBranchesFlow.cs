namespace Weft.Flows.Parallel;

/// <summary>A flow over two others whose records keep their spans, as Concat makes it.</summary>
internal sealed class ParallelBranchesFlow<T, TState>(
    ParallelFlow<T> first, ParallelFlow<T> second, TState state, Func<ParallelQuery<Chosen<T>>, ParallelQuery<Chosen<T>>, TState, ParallelQuery<Chosen<T>>> operation, int site) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => first.HandsOutGroups || second.HandsOutGroups;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<T>> firstRecords = first.Open(out Way firstWay);
        ParallelQuery<Chosen<T>> secondRecords = second.Open(out Way secondWay);
        way = new JoinedWay(site, firstWay, secondWay);
        return operation(firstRecords, secondRecords, state);
    }
}
