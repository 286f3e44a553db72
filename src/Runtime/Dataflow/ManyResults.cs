using System.Collections;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Dataflow;

/// <summary>The results of one message as its block reads them: each follows from the message, and from the record in the program's sequence.</summary>
// Design: a block takes an item out of its sequence (Current) and adds it, then moves on; so each is told of when Current is asked for. Where the results have to wait in the block's buffer it copies
// the sequence instead, as a collection, which is how the two are told apart.
internal sealed class ManyResults<T>(IEnumerable<T> source, Results results, Handling message, Lanes lanes, int site) : ICollection<T>, IEnumerator<T>
{
    private readonly bool _isWhole = source is T[] or List<T>; // no other results come between those of a list
    private readonly Lane _lane = lanes.Rent(); // the program's sequence may do its work only now
    private Flow<T>? _records;
    private (List<T> Items, List<ulong> Spans)? _copy;
    private int _innerStep;
    private int _step;    // interned from the one above; 0 when not known yet
    private bool _isHeld;

    public int Count
    {
        get
        {
            var items = new List<T>();
            var spans = new List<ulong>();
            _lane.Enter(message.Span);
            try
            {
                using Flow<T> records = source.AsFlow(site, Entering.Inner).Start();
                while (records.MoveNext())
                {
                    items.Add(records.Value);
                    spans.Add(Derive(records));
                }
            }
            finally
            {
                _lane.Leave();
                lanes.Return(_lane);
            }
            _copy = (items, spans);
            results.Add(spans, message.Id);
            return items.Count;
        }
    }

    public bool IsReadOnly => true;

    public T Current
    {
        get
        {
            Flow<T> records = _records!;
            if (results.Order == ResultOrder.AsTheyCome && !_isHeld)
            {
                Monitor.Enter(results.Exit.AddingLock);
                _isHeld = true;
            }
            results.Exit.Add(Derive(records));
            return records.Value;
        }
    }

    object? IEnumerator.Current => Current;

    /// <summary>The spans of all results, of a list that the block adds as it is.</summary>
    internal static List<ulong> SpansOf(IEnumerable<T> list, ulong message, int site)
    {
        var spans = new List<ulong>();
        var records = default(InnerRecords<T>);
        records.Open(list, message, 0, site);
        while (records.MoveNext(out ulong span)) spans.Add(span);
        records.Dispose();
        return spans;
    }

    public void CopyTo(T[] array, int arrayIndex) => _copy!.Value.Items.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator()
    {
        _lane.Enter(message.Span);
        try
        {
            _records = source.AsFlow(site, Entering.Inner).Start();
            return this;
        }
        finally
        {
            _lane.Leave();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool MoveNext()
    {
        if (!_isWhole) Release();
        _lane.Enter(message.Span);
        try
        {
            return _records!.MoveNext();
        }
        finally
        {
            _lane.Leave();
        }
    }

    public void Dispose()
    {
        Release();
        _records?.Dispose();
        lanes.Return(_lane);
    }

    public void Add(T item) => throw new NotSupportedException();

    public void Clear() => throw new NotSupportedException();

    public bool Contains(T item) => throw new NotSupportedException();

    public bool Remove(T item) => throw new NotSupportedException();

    public void Reset() => throw new NotSupportedException();

    private ulong Derive(Flow<T> records)
    {
        int innerStep = records.Step;
        if (_step == 0 || innerStep != _innerStep) _step = Steps.Intern(site, 0, _innerStep = innerStep);
        return ThreadBuffer.For(_step).DerivePair(_step, message.Span, records.Span);
    }

    private void Release()
    {
        if (!_isHeld) return;
        _isHeld = false;
        Monitor.Exit(results.Exit.AddingLock);
    }
}
