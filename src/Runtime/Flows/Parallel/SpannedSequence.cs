using System.Collections;

namespace Weft.Flows.Parallel;

/// <summary>The records of a flow together with their spans, as a plain sequence, which PLINQ reads one thread at a time.</summary>
/// <param name="source">The flow.</param>
/// <param name="canReset">Whether an enumerator can be reset, as those of collections can and those of iterators cannot.</param>
internal sealed class SpannedSequence<T>(Flow<T> source, bool canReset) : Way, IEnumerable<Chosen<T>>
{
    private Flow<T>? _records; // of this run

    internal override int Step => (_records ?? source).Step;

    /// <inheritdoc/>
    public IEnumerator<Chosen<T>> GetEnumerator()
    {
        _records = source.Start();
        return new Reading(this, _records);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Flow<T> Restart()
    {
        if (!canReset) throw new NotSupportedException();
        return _records = source.Start();
    }

    private sealed class Reading(SpannedSequence<T> sequence, Flow<T> records) : IEnumerator<Chosen<T>>
    {
        private Flow<T> _records = records;

        public Chosen<T> Current => _records.Choose();

        object IEnumerator.Current => Current;

        public bool MoveNext() => _records.MoveNext();

        public void Dispose() => _records.Dispose();

        public void Reset()
        {
            Flow<T> next = sequence.Restart();
            _records.Dispose();
            _records = next;
        }
    }
}
