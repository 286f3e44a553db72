using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Weft.Flows.Parallel;

/// <summary>The partitions of a partitioner, whose records get spans as they are read.</summary>
internal sealed class SpannedPartitioner<T>(Partitioner<T> source, ParallelRoots roots) : Partitioner<Chosen<T>>
{
    /// <inheritdoc/>
    public override bool SupportsDynamicPartitions => source.SupportsDynamicPartitions;

    /// <inheritdoc/>
    public override IEnumerable<Chosen<T>> GetDynamicPartitions()
        => new MappedPartitions<T, Chosen<T>>(source.GetDynamicPartitions(), record => new Chosen<T>(record, roots.Next()));

    /// <inheritdoc/>
    public override IList<IEnumerator<Chosen<T>>> GetPartitions(int partitionCount)
        => MappedPartitions<T, Chosen<T>>.Of(source.GetPartitions(partitionCount), record => new Chosen<T>(record, roots.Next()));
}

/// <summary>As <see cref="SpannedPartitioner{T}"/>, of a partitioner that numbers its records.</summary>
internal sealed class SpannedOrderablePartitioner<T>(OrderablePartitioner<T> source, ParallelRoots roots)
    : OrderablePartitioner<Chosen<T>>(source.KeysOrderedInEachPartition, source.KeysOrderedAcrossPartitions, source.KeysNormalized)
{
    /// <inheritdoc/>
    public override bool SupportsDynamicPartitions => source.SupportsDynamicPartitions;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<long, Chosen<T>>> GetOrderableDynamicPartitions()
        => new MappedPartitions<KeyValuePair<long, T>, KeyValuePair<long, Chosen<T>>>(source.GetOrderableDynamicPartitions(), WithSpan);

    /// <inheritdoc/>
    public override IList<IEnumerator<KeyValuePair<long, Chosen<T>>>> GetOrderablePartitions(int partitionCount)
        => MappedPartitions<KeyValuePair<long, T>, KeyValuePair<long, Chosen<T>>>.Of(source.GetOrderablePartitions(partitionCount), WithSpan);

    private KeyValuePair<long, Chosen<T>> WithSpan(KeyValuePair<long, T> record) => new(record.Key, new Chosen<T>(record.Value, roots.At(record.Key)));
}

/// <summary>Partitions of images. What a partitioner must not give (null) is handed on, for PLINQ to answer.</summary>
internal sealed class MappedPartitions<TSource, T>(IEnumerable<TSource> partitions, Func<TSource, T> selector) : IEnumerable<T>
{
    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Of(partitions.GetEnumerator(), selector)!;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A list of partitions.</summary>
    [return: NotNullIfNotNull(nameof(partitions))]
    internal static IList<IEnumerator<T>>? Of(IList<IEnumerator<TSource>>? partitions, Func<TSource, T> selector)
        => partitions is null ? null : [.. partitions.Select(partition => Of(partition, selector)!)];

    private static Partition? Of(IEnumerator<TSource>? records, Func<TSource, T> selector) => records is null ? null : new Partition(records, selector);

    private sealed class Partition(IEnumerator<TSource> records, Func<TSource, T> selector) : IEnumerator<T>
    {
        public T Current => selector(records.Current); // PLINQ asks once a record

        object? IEnumerator.Current => Current;

        public bool MoveNext() => records.MoveNext();

        public void Dispose() => records.Dispose();

        public void Reset() => records.Reset();
    }
}
