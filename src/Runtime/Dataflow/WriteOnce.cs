using System.Threading.Tasks.Dataflow;

namespace Weft.Dataflow;

/// <summary>A block that keeps the first message for all its targets: each gets it with its span.</summary>
internal sealed class WriteOnce<T> : Exit
{
    private const long NotExpected = -1;

    private readonly Func<object, long> _isWritten;
    private readonly WriteOnceBlock<T> _block;
    private ulong _span; // of the message; 0 where code that is not woven sent it

    internal WriteOnce(WriteOnceBlock<T> block)
    {
        _block = block;
        OutgoingLock = PrivateMembers.Get(block, "_targetRegistry");
        _isWritten = PrivateMembers.Counter(block, "_decliningPermanently");
        Blocks.Follow(block, new Input(this));
        Blocks.Follow((object)block, this);
    }

    internal override object OutgoingLock { get; }

    internal override long Last => 1;

    internal override ulong Find(long id) => _span;

    internal override void Passed(long id)
    {
        // Others may get it, too.
    }

    private sealed class Input(WriteOnce<T> written) : Entrance
    {
        internal override object Gate => written.OutgoingLock;

        internal override void Consumed<TValue>(TValue value, ulong span) => throw new InvalidOperationException("A block that is written once has postponed a message.");

        protected override long Expect(ulong span)
        {
            if (written._isWritten(written._block) != 0) return NotExpected;
            written._span = span;
            return 0;
        }

        protected override void Withdraw(long number)
        {
            if (number != NotExpected) written._span = 0;
        }
    }
}
