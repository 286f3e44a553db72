using System.Collections;

namespace Weft.Flows.Parallel;

/// <summary>Hands the inner sequences of SelectMany to PLINQ, each record with the span of the result that follows from it and the outer record.</summary>
internal sealed class InnerDerivation(int site, Way outer)
{
    /// <summary>An inner sequence, to be read once in place of <paramref name="inner"/>.</summary>
    internal IEnumerable<Chosen<T>> Of<T>(IEnumerable<T> inner, ulong outerSpan) => inner is null ? null! : new Records<T>(inner, outerSpan, this); // null PLINQ answers

    private sealed class Records<T>(IEnumerable<T> inner, ulong outerSpan, InnerDerivation derivation) : IEnumerable<Chosen<T>>, IEnumerator<Chosen<T>>
    {
        private InnerRecords<T> _records;

        public Chosen<T> Current { get; private set; }

        object IEnumerator.Current => Current;

        public IEnumerator<Chosen<T>> GetEnumerator()
        {
            _records.Open(inner, outerSpan, derivation.OuterStep, derivation.Site);
            return this;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool MoveNext()
        {
            if (!_records.MoveNext(out ulong span)) return false;
            Current = new(_records.Current, span);
            return true;
        }

        public void Dispose() => _records.Dispose();

        void IEnumerator.Reset() => throw new NotSupportedException();
    }

    private int Site => site;

    private int OuterStep => outer.Step;
}
