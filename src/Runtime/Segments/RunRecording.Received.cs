using Weft.Capture;

namespace Weft.Segments;

internal sealed partial class RunRecording
{
    private readonly Dictionary<ulong, ReceivedRange> _received = [];   // by first span
    private readonly List<ulong> _senders = [];                         // 0 stands for all that said nothing of their spans
    private ulong _untraced;                                            // records of those so far

    /// <summary>The random id of the recorded process.</summary>
    internal ulong ProcessId => _processId ?? 0;

    /// <summary>The records of messages that were received.</summary>
    internal IEnumerable<ReceivedRange> Received => _received.Values;

    /// <summary>What a record of a message follows from; null of other spans.</summary>
    internal ReceivedRange? ReceivedWith(ulong span)
    {
        foreach (Definitions entry in _index.Find(span, span + 1))
            if (entry.Head.Kind == RowKind.Received) return _received[entry.Head.First];
        return null;
    }

    /// <summary>The process that sent what a root came with, by the negative number that stands for it in place of a source's; 0 when it said nothing.</summary>
    internal ulong SenderOf(int operation) => _senders[-1 - operation];

    private void TakeReceived(ReceivedRange range, SegmentFile file, long payloadOffset)
    {
        int sender = _senders.IndexOf(range.Process);
        if (sender < 0)
        {
            sender = _senders.Count;
            _senders.Add(range.Process);
        }
        range = range with { Sender = -1 - sender };
        if (range.Kind == ReceivedKind.Untraced)
        {
            range = range with { From = _untraced };
            _untraced += range.Count;
        }
        if (!_received.TryAdd(range.First, range)) throw new InvalidDataException($"expected a span that no other message has, found #{range.First}");
        _index.Add(new Definitions(new SectionHead(RowKind.Received, range.Sender, range.First, range.Count, 1, 0), file, payloadOffset, 0));
    }
}
