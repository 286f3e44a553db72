using System.Threading.Tasks.Dataflow;

namespace Weft.Dataflow;

/// <summary>Stands between a source and its target, as the base library's own filters do, and brings the span of each message along.</summary>
// Design: all that it is asked it asks on. The source sees it as its target, the target as its source: reservations and postponed messages go by it, and so it is there when a block takes
// a message that it had postponed.
internal sealed class Link<T> : IPropagatorBlock<T, T>
{
    private readonly Exit? _exit;        // null of a single message
    private readonly ulong _span;        // of a single message
    private readonly ITargetBlock<T> _target;
    private readonly Entrance _entrance;
    private ISourceBlock<T>? _source;    // the block, or a filter before this; a link has one
    private int _offeringThread;         // while the target may take the message in the middle of its being offered; 0 else

    internal Link(Exit exit, ITargetBlock<T> target, Entrance entrance)
    {
        _exit = exit;
        _target = target;
        _entrance = entrance;
    }

    internal Link(ulong span, ITargetBlock<T> target, Entrance entrance)
    {
        _span = span;
        _target = target;
        _entrance = entrance;
    }

    public Task Completion => _target.Completion;

    public DataflowMessageStatus OfferMessage(DataflowMessageHeader messageHeader, T messageValue, ISourceBlock<T>? source, bool consumeToAccept)
    {
        if (source is not null) _source = source;
        if (consumeToAccept) _offeringThread = Environment.CurrentManagedThreadId;
        DataflowMessageStatus status = _entrance.Offer(_target, messageHeader, messageValue, source is null ? null : this, consumeToAccept, SpanOf(messageHeader));
        if (consumeToAccept) _offeringThread = 0;
        if (status == DataflowMessageStatus.Accepted) _exit?.Passed(messageHeader.Id);
        return status;
    }

    public T? ConsumeMessage(DataflowMessageHeader messageHeader, ITargetBlock<T> target, out bool messageConsumed)
    {
        ulong span = SpanOf(messageHeader);
        bool isOffered = _offeringThread == Environment.CurrentManagedThreadId;
        T? value = _source!.ConsumeMessage(messageHeader, this, out messageConsumed);
        if (!messageConsumed || isOffered) return value;
        _entrance.Consumed(value, span);
        _exit?.Passed(messageHeader.Id);
        return value;
    }

    public bool ReserveMessage(DataflowMessageHeader messageHeader, ITargetBlock<T> target) => _source!.ReserveMessage(messageHeader, this);

    public void ReleaseReservation(DataflowMessageHeader messageHeader, ITargetBlock<T> target) => _source!.ReleaseReservation(messageHeader, this);

    public void Complete() => _target.Complete();

    public void Fault(Exception exception) => _target.Fault(exception);

    public IDisposable LinkTo(ITargetBlock<T> target, DataflowLinkOptions linkOptions) => throw new NotSupportedException("A link is between two blocks; link the blocks.");

    private ulong SpanOf(DataflowMessageHeader header) => _exit is null ? _span : _exit.Find(header.Id);
}
