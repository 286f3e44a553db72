using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Dataflow;

namespace Weft.Dataflow;

/// <summary>A block as code sees it that receives from it: knows the span of the message that was received last.</summary>
// Design: the base library's own methods receive, from this in place of the block; so they wait, time out and are cancelled as always.
internal sealed class Receiver<T>(IReceivableSourceBlock<T> source, Exit exit) : IReceivableSourceBlock<T>
{
    private readonly Received _received = new();

    /// <summary>The span of the message that was received last; 0 when nothing is known of it.</summary>
    internal ulong Span => _received.Span;

    public Task Completion => source.Completion;

    public bool TryReceive(Predicate<T>? filter, [MaybeNullWhen(false)] out T item)
    {
        lock (exit.OutgoingLock)
        {
            if (!source.TryReceive(filter, out item)) return false;
            Take();
            return true;
        }
    }

    /// <summary>Receives all there is; the spans go with the list.</summary>
    public bool TryReceiveAll([NotNullWhen(true)] out IList<T>? items) => source.TryReceiveAll(out items);

    public IDisposable LinkTo(ITargetBlock<T> target, DataflowLinkOptions linkOptions) => source.LinkTo(new Link<T>(exit, target, _received), linkOptions);

    public T? ConsumeMessage(DataflowMessageHeader messageHeader, ITargetBlock<T> target, out bool messageConsumed) => source.ConsumeMessage(messageHeader, target, out messageConsumed);

    public bool ReserveMessage(DataflowMessageHeader messageHeader, ITargetBlock<T> target) => source.ReserveMessage(messageHeader, target);

    public void ReleaseReservation(DataflowMessageHeader messageHeader, ITargetBlock<T> target) => source.ReleaseReservation(messageHeader, target);

    public void Complete() => source.Complete();

    public void Fault(Exception exception) => source.Fault(exception);

    private void Take()
    {
        long id = exit.Last;
        _received.Span = exit.Find(id);
        exit.Passed(id);
    }

    private sealed class Received : Entrance
    {
        internal ulong Span { get; set; }

        internal override object Gate => this;

        internal override void Consumed<TValue>(TValue value, ulong span) => Span = span;

        protected override long Expect(ulong span)
        {
            var before = (long)Span;
            Span = span;
            return before;
        }

        protected override void Withdraw(long number) => Span = (ulong)number;
    }
}
