using System.Collections;
using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>The inner sequences of one enumeration of SelectMany, one after the other; knows the span of the inner record that was read last.</summary>
// One object stands for all synchronous inner sequences: the operator reads one to its end, or disposes of it, before it asks for the next.
internal sealed class AsyncInnerRecords<T>(int site) : IEnumerable<T>, IEnumerator<T>
{
    private readonly CurrentSpan _span = new();
    private IEnumerable<T>? _source;
    private Flow<T>? _records;
    private Way? _way;   // of an asynchronous inner sequence; else null
    private int _outerStep;
    private int _innerStep;
    private int _step;        // interned from the two above; 0 when not known yet

    T IEnumerator<T>.Current => _records!.Value;

    object? IEnumerator.Current => _records!.Value;

    /// <summary>An inner sequence, to be read in place of <paramref name="inner"/>.</summary>
    internal IEnumerable<T> Of(IEnumerable<T> inner)
    {
        if (inner is null) return null!; // which the operator answers
        _source = inner;
        _way = null;
        return this;
    }

    /// <inheritdoc cref="Of(IEnumerable{T})"/>
    internal ValueTask<IEnumerable<T>> Of(ValueTask<IEnumerable<T>> inner) => inner.IsCompletedSuccessfully ? new(Of(inner.Result)) : Await(inner);

    /// <inheritdoc cref="Of(IEnumerable{T})"/>
    internal IAsyncEnumerable<T> Of(IAsyncEnumerable<T> inner) => inner is null ? null! : inner.AsFlow(site, Entering.Inner).Open(_span, out _way);

    /// <summary>The span of a result that follows from an outer record and the inner one read last.</summary>
    internal ulong Derive(ulong outer, Way outerWay)
    {
        int innerStep = _way?.Step ?? _records?.Step ?? 0;
        if (_step == 0 || innerStep != _innerStep)
        {
            if (_step == 0) _outerStep = outerWay.Step;
            _innerStep = innerStep;
            _step = Steps.Intern(site, _outerStep, innerStep);
        }
        return ThreadBuffer.For(_step).DerivePair(_step, outer, _span.Value);
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        _records = _source!.AsFlow(site, Entering.Inner).Start();
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    bool IEnumerator.MoveNext()
    {
        Flow<T> records = _records!;
        if (!records.MoveNext()) return false;
        _span.Value = records.Span;
        return true;
    }

    void IDisposable.Dispose()
    {
        _records?.Dispose();
        _records = null;
    }

    void IEnumerator.Reset() => throw new NotSupportedException();

    private async ValueTask<IEnumerable<T>> Await(ValueTask<IEnumerable<T>> inner) => Of(await inner.ConfigureAwait(false));
}
