using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>
/// Keeps the spans of the records that one of PLINQ's own scalar operators reads, and makes the result an output that follows from all of them.
/// Used as <c>tap.Derive(ParallelEnumerable.Sum(tap.Records))</c>.
/// </summary>
internal sealed class ParallelTap<T>(ParallelQuery<T> source, int site)
{
    private readonly PartitionSpans? _spans = SiteRegistry.IsOutput(site) ? new PartitionSpans() : null; // null where nobody asks
    private Way? _way;

    /// <summary>What the operator has to read, once.</summary>
    internal ParallelQuery<T> Records => source.AsFlow(site).Open(out _way).Select(record =>
    {
        _spans?.Add(record.Span);
        return record.Value;
    });

    /// <summary>What the operator has to read, once, when it reads one record after the other. PLINQ then lets an exception of the source through as it is.</summary>
    internal ParallelQuery<T> Sequence => Enumerate(source.AsFlow(site).Open(out _way)).AsParallel();

    /// <summary>What the operator has to read, once, when it reads on behalf of records that match.</summary>
    internal ParallelQuery<T> Matches(Func<T, bool> predicate) => source.AsFlow(site).Open(out _way).Where(record => predicate(record.Value)).Select(record =>
    {
        _spans?.Add(record.Span);
        return record.Value;
    });

    /// <summary>Records that <paramref name="result"/> follows from every record read, and gives it back.</summary>
    internal TResult Derive<TResult>(TResult result)
    {
        if (_spans is not null) OutputRow.DeriveFrom(_spans.Finish(_way!.Step), site);
        return result;
    }

    private IEnumerable<T> Enumerate(ParallelQuery<Chosen<T>> records)
    {
        foreach (Chosen<T> record in records)
        {
            _spans?.Add(record.Span);
            yield return record.Value;
        }
    }
}
