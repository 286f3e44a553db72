using System.Threading.Tasks.Dataflow;

namespace Weft.Dataflow;

/// <summary>Where messages come into a block: says which span each has that the block accepts.</summary>
internal abstract class Entrance
{
    /// <summary>The block's own lock on what comes in; it is reentrant.</summary>
    internal abstract object Gate { get; }

    /// <summary>Says, under the gate, which span the message has that the block may accept next; returns its number.</summary>
    protected abstract long Expect(ulong span);

    /// <summary>Says, under the gate, that the block has not accepted it.</summary>
    protected abstract void Withdraw(long number);

    /// <summary>The block has taken a message, which it had postponed, out of its source; it is about to put it in its place.</summary>
    internal abstract void Consumed<T>(T value, ulong span);

    /// <summary>Offers a message with a span.</summary>
    /// <returns>What the block answers.</returns>
    internal DataflowMessageStatus Offer<T>(ITargetBlock<T> target, DataflowMessageHeader header, T value, ISourceBlock<T>? source, bool consumeToAccept, ulong span)
    {
        var status = DataflowMessageStatus.NotAvailable;
        lock (Gate)
        {
            long number = Expect(span); // before the block has it: another thread may handle it at once
            try
            {
                return status = target.OfferMessage(header, value, source, consumeToAccept);
            }
            finally
            {
                if (status != DataflowMessageStatus.Accepted) Withdraw(number);
            }
        }
    }
}
