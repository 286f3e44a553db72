using System.Collections;

namespace Weft.Flows;

/// <summary>As <see cref="Tap{T}"/>, for operators with a predicate: keeps the spans of the records that satisfy it.</summary>
internal sealed class MatchTap<T> : IEnumerable<T>, IEnumerator<T>
{
    private readonly ColumnBuilder _spans = ColumnBuilder.Rent();
    private readonly Flow<T> _source;
    private readonly int _site;
    private Flow<T>? _records;
    private ulong _last;

    internal MatchTap(IEnumerable<T> source, Func<T, bool> predicate, int site)
    {
        _source = source.AsFlow(site);
        _site = site;
        Predicate = value =>
        {
            if (!predicate(value)) return false;
            _last = _records!.Span;
            _spans.Add(_last);
            return true;
        };
    }

    /// <summary>What the operator has to ask of each record.</summary>
    internal Func<T, bool> Predicate { get; }

    T IEnumerator<T>.Current => _records!.Value;

    object? IEnumerator.Current => _records!.Value;

    /// <summary>Records that <paramref name="result"/> follows from every match, and gives it back.</summary>
    internal TResult Derive<TResult>(TResult result)
    {
        OutputRow.DeriveFrom(_spans.Finish(_records?.Step ?? 0), _site);
        return result;
    }

    /// <summary>Records that <paramref name="result"/> is the last match, if there was one, and gives it back.</summary>
    internal T Choose(T result)
    {
        _spans.Abandon();
        OutputRow.Witness(_last, _records?.Step ?? 0, _site);
        return result;
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        _records = _source.Start();
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    bool IEnumerator.MoveNext() => _records!.MoveNext();

    void IDisposable.Dispose() => _records?.Dispose();

    void IEnumerator.Reset() => throw new NotSupportedException();
}
