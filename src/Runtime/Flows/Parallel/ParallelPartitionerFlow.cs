using System.Collections.Concurrent;

namespace Weft.Flows.Parallel;

/// <summary>A partitioner of the program's that becomes a parallel query; its records are roots.</summary>
internal sealed class ParallelPartitionerFlow<T>(Partitioner<T> source, int site) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => false;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        way = Way.Issued;
        var roots = new ParallelRoots(Origin.SourceOf(source, typeof(T), site));
        return source is OrderablePartitioner<T> orderable
            ? new SpannedOrderablePartitioner<T>(orderable, roots).AsParallel()
            : new SpannedPartitioner<T>(source, roots).AsParallel();
    }
}
