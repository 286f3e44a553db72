namespace Weft.Flows.Parallel;

/// <summary>The records that one partition gives, values and spans apart; or those of several.</summary>
// Design: what PLINQ collects of records with their spans is four times what it collects of ints, and then has to be taken apart on one thread. Where a
// query has neither order nor index, each partition may as well collect by itself, and values and spans come apart on its own thread. A chain of filters
// and projections then runs in the collecting loop.
internal sealed class PartitionRecords<T>
{
    private readonly ValueBuffer<T> _values = new();
    private readonly ColumnBuilder _spans = new();
    private PartitionRecords<T>? _next; // another partition's
    private PartitionRecords<T> _last;  // of this chain; kept by its first

    private PartitionRecords() => _last = this;

    /// <summary>The number of records in the chain that starts here.</summary>
    internal int Count
    {
        get
        {
            int count = 0;
            for (PartitionRecords<T>? part = this; part is not null; part = part._next) count = checked(count + part._values.Count);
            return count;
        }
    }

    /// <summary>Whether the records of a query may come partition by partition.</summary>
    internal static bool CanGather(ParallelFlow source) => source is { HasOrder: false, HasLostIndex: true };

    /// <summary>All records of a query.</summary>
    internal static PartitionRecords<T> Gather(ParallelFlow<T> source, out Way way) => source.GatherThrough<T, Arrive<T>>(default, out way);

    /// <summary>The records that come through a stage.</summary>
    internal static PartitionRecords<T> Gather<TSource, TStage>(ParallelQuery<Chosen<TSource>> records, TStage stage) where TStage : struct, IStage<TSource, T>
        => records.Aggregate(static () => new PartitionRecords<T>(), (part, record) => part.Add(record, stage), static (part, other) => part.Append(other), static all => all);

    /// <summary>Copies the values out, and gives the spans as a column whose records came by <paramref name="step"/>; once.</summary>
    internal SpanColumn Split(Span<T> destination, int step)
    {
        for (PartitionRecords<T>? part = this; part is not null; part = part._next)
        {
            part._values.CopyTo(destination);
            destination = destination[part._values.Count..];
            part._values.Dispose();
            if (part == this) continue;
            SpanColumn spans = part._spans.Finish(step);
            _spans.AddColumn(spans, 0, spans.Count);
        }
        return _spans.Finish(step);
    }

    private PartitionRecords<T> Add<TSource, TStage>(Chosen<TSource> record, TStage stage) where TStage : struct, IStage<TSource, T>
    {
        if (!stage.TryPass(record.Value, out T? value)) return this;
        _values.Add(value);
        _spans.Add(record.Span);
        return this;
    }

    private PartitionRecords<T> Append(PartitionRecords<T> other)
    {
        _last._next = other;
        _last = other._last;
        return this;
    }
}
