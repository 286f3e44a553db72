using System.Collections;

namespace Weft.Flows;

/// <summary>The images of a flow's records together with their spans, as a plain sequence: so that one of LINQ's own operators chooses, and the span comes along.</summary>
internal sealed class Traced<TSource, T>(Flow<TSource> source, Func<TSource, T> selector) : IEnumerable<Chosen<T>>, IEnumerator<Chosen<T>>
{
    private Flow<TSource>? _records;

    public Chosen<T> Current { get; private set; }

    object IEnumerator.Current => Current;

    public IEnumerator<Chosen<T>> GetEnumerator()
    {
        _records = source.Start();
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool MoveNext()
    {
        Flow<TSource> records = _records!;
        if (!records.MoveNext()) return false;
        Current = new(selector(records.Value), records.Span);
        return true;
    }

    public void Dispose() => _records?.Dispose();

    void IEnumerator.Reset() => throw new NotSupportedException();
}
