using System.Threading.Tasks.Dataflow;

namespace Weft.Dataflow;

/// <summary>A block that hands the newest message to all its targets: each gets it with its span.</summary>
// Design: the block gives a new id to each message that becomes the newest, but may skip some of those that wait. It tells how many left its queue, before it offers the newest, and so which
// of all that came in it is.
internal sealed class Broadcast<T> : Exit
{
    private readonly Queue<T> _queue;
    private readonly Func<object, long> _newest;
    private readonly object _core;
    private readonly object _valueLock;
    private readonly Action<int>? _removed;
    private readonly NumberedSpans _spans = new();
    private long _entered; // messages that came in, as far as is known
    private long _left;    // messages that left the queue; written under the lock that is held while messages are offered

    internal Broadcast(BroadcastBlock<T> block)
    {
        _core = PrivateMembers.Get(block, "_source");
        _queue = (Queue<T>)PrivateMembers.Get(_core, "_messages");
        _valueLock = PrivateMembers.Get(_core, "_targetRegistry");
        OutgoingLock = PrivateMembers.Get(_core, "_completionTask");
        _newest = PrivateMembers.Counter(_core, "_nextMessageId");
        _removed = (Action<int>?)PrivateMembers.Find(_core, "_itemsRemovedAction");
        PrivateMembers.Set(_core, "_itemsRemovedAction", (Action<int>)Removed);
        Blocks.Follow(block, new Input(this));
        Blocks.Follow((object)block, this);
    }

    internal override object OutgoingLock { get; }

    internal override long Last => _newest(_core);

    internal override ulong Find(long id)
    {
        lock (_core)
        {
            Compare();
            return id == _newest(_core) ? _spans.Find(_left - 1) : 0;
        }
    }

    internal override void Passed(long id)
    {
        // Others may get it, too.
    }

    private void Removed(int count)
    {
        _left += count;
        _spans.Forget(_left - 1);
        _removed?.Invoke(count);
    }

    // What code that is not woven sent is counted late: then it is not known which message is which.
    private void Compare()
    {
        lock (_valueLock)
        {
            long entered = Volatile.Read(ref _left) + _queue.Count;
            if (entered <= _entered) return;
            _entered = entered;
            _spans.Forget(entered);
        }
    }

    private sealed class Input(Broadcast<T> block) : Entrance
    {
        internal override object Gate => block._core;

        // While it consumes what was postponed, the block accepts nothing else.
        internal override void Consumed<TValue>(TValue value, ulong span)
        {
            lock (Gate) Expect(span);
        }

        protected override long Expect(ulong span)
        {
            block.Compare();
            block._spans.Put(block._entered, span);
            return block._entered++;
        }

        protected override void Withdraw(long number)
        {
            block._spans.Take(number);
            block._entered = number;
        }
    }
}
