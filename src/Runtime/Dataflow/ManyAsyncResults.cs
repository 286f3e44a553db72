using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Async;

namespace Weft.Dataflow;

/// <summary>As <see cref="ManyResults{T}"/>, of an asynchronous sequence.</summary>
// Design: a block asks whether the results of a message are the next before it asks for the enumerator, on the same thread; from the delegate's end until then its buffer is kept from moving on.
internal sealed class ManyAsyncResults<T> : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private readonly IAsyncEnumerable<T> _source;
    private readonly Results _results;
    private readonly Handling _message;
    private readonly int _site;
    private readonly Lanes _lanes;
    private readonly Lane _lane; // the program's sequence may do its work only now
    private readonly CurrentSpan _span = new();
    private readonly object? _bufferLock;
    private readonly List<ulong>? _waiting; // where the block copies the results to its buffer
    private bool _isBufferHeld;
    private IAsyncEnumerator<T>? _records;
    private Way? _way;
    private int _innerStep;
    private int _step;    // interned from the one above; 0 when not known yet
    private bool _isHeld;

    internal ManyAsyncResults(IAsyncEnumerable<T> source, Results results, Handling message, Lanes lanes, int site)
    {
        _source = source;
        _results = results;
        _message = message;
        _site = site;
        _lanes = lanes;
        _lane = lanes.Rent();
        _bufferLock = results.BufferLock;
        if (_bufferLock is null) return;
        Monitor.Enter(_bufferLock);
        _isBufferHeld = true;
        Handling.Current.After = ReleaseBuffer; // whatever happens
        if (results.IsNext(message.Id)) return;
        _waiting = [];
        results.Add(_waiting, message.Id);
    }

    public T Current
    {
        get
        {
            T item = _records!.Current;
            if (_waiting is not null)
            {
                _waiting.Add(Derive());
                return item;
            }
            if (_results.Order == ResultOrder.AsTheyCome)
            {
                Monitor.Enter(_results.Exit.AddingLock); // until the block moves on, on this thread
                _isHeld = true;
            }
            _results.Exit.Add(Derive());
            return item;
        }
    }

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        ReleaseBuffer();
        _lane.Enter(_message.Span);
        try
        {
            _records = _source.AsFlow(_site, Entering.Inner).Open(_span, out _way).GetAsyncEnumerator(cancellationToken);
            return this;
        }
        finally
        {
            _lane.Leave();
        }
    }

    public ValueTask<bool> MoveNextAsync()
    {
        Release();
        _lane.Enter(_message.Span);
        try
        {
            return _records!.MoveNextAsync();
        }
        finally
        {
            _lane.Leave();
        }
    }

    public ValueTask DisposeAsync()
    {
        Release();
        _lanes.Return(_lane);
        return _records!.DisposeAsync();
    }

    private ulong Derive()
    {
        int innerStep = _way!.Step;
        if (_step == 0 || innerStep != _innerStep) _step = Steps.Intern(_site, 0, _innerStep = innerStep);
        return ThreadBuffer.For(_step).DerivePair(_step, _message.Span, _span.Value);
    }

    private void Release()
    {
        if (!_isHeld) return;
        _isHeld = false;
        Monitor.Exit(_results.Exit.AddingLock);
    }

    private void ReleaseBuffer()
    {
        if (!_isBufferHeld) return;
        _isBufferHeld = false;
        Monitor.Exit(_bufferLock!);
    }
}
