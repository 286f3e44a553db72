namespace Weft.Dataflow;

/// <summary>Messages that a block takes out of their sources one after the other, before it puts them all into its queue.</summary>
// Where other sources than those that are followed gave some of them, it is not known which: then none of them has a span.
internal sealed class ConsumedRun
{
    private long _first;
    private int _count;

    /// <summary>The number of the one that was consumed now; <paramref name="end"/> is that of the next message of the queue.</summary>
    internal long Next(long end, NumberedSpans spans)
    {
        if (_count > 0 && end != _first) End(end, spans);
        if (_count == 0) _first = end;
        return _first + _count++;
    }

    /// <summary>Whether some were consumed that are not in the queue yet, which ends at <paramref name="end"/>; the block accepts none then.</summary>
    internal bool IsOpen(long end) => _count > 0 && end == _first;

    /// <summary>Those consumed before are in the queue, which ends at <paramref name="end"/>.</summary>
    internal void End(long end, NumberedSpans spans)
    {
        if (_count == 0) return;
        if (end != _first + _count)
        {
            for (int i = 0; i < _count; i++) spans.Take(_first + i);
        }
        _count = 0;
    }
}
