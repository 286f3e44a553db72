using System.Collections;

namespace Weft.Flows.Parallel;

/// <summary>The records of a flow together with their spans, as a plain sequence, which PLINQ reads one thread at a time.</summary>
internal sealed class SpannedSequence<T>(Flow<T> source) : Way, IEnumerable<Chosen<T>>
{
    private Flow<T>? _records; // of this run

    internal override int Step => (_records ?? source).Step;

    /// <inheritdoc/>
    public IEnumerator<Chosen<T>> GetEnumerator()
    {
        _records = source.Start();
        return new Reading(_records);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Reading(Flow<T> records) : IEnumerator<Chosen<T>>
    {
        public Chosen<T> Current => records.Choose();

        object IEnumerator.Current => Current;

        public bool MoveNext() => records.MoveNext();

        public void Dispose() => records.Dispose();

        void IEnumerator.Reset() => throw new NotSupportedException();
    }
}
