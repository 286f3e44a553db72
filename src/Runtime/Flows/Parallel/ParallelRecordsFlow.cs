using System.Collections;

namespace Weft.Flows.Parallel;

/// <summary>A parallel query that a sequential operator reads.</summary>
internal sealed class ParallelRecordsFlow<T>(ParallelFlow<T> source) : Flow<T>
{
    private IEnumerator<Chosen<T>>? _records;
    private Way? _way;

    internal override int Step => _way?.Step ?? 0;

    protected override Flow<T> Clone() => new ParallelRecordsFlow<T>(source);

    protected override void OnStart() => _records = source.Open(out _way).GetEnumerator();

    public override bool MoveNext()
    {
        if (_records is not { } records || !records.MoveNext()) return false;
        (Value, Span) = records.Current;
        return true;
    }

    public override void Dispose()
    {
        _records?.Dispose();
        _records = null;
        base.Dispose();
    }
}

/// <summary>A parallel query that a loop reads: PLINQ's enumerator over records with their spans.</summary>
internal sealed class ParallelEnumerator<T>(IEnumerator<Chosen<T>> records, Way way) : Flow, IEnumerator<T>
{
    /// <inheritdoc/>
    public T Current => records.Current.Value;

    object? IEnumerator.Current => Current;

    internal override int Step => way.Step;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (!records.MoveNext()) return false;
        Span = records.Current.Span;
        return true;
    }

    /// <inheritdoc/>
    public void Reset() => records.Reset();

    /// <inheritdoc/>
    public void Dispose() => records.Dispose();
}
