namespace Weft.Dataflow;

/// <summary>The exit of a block whose messages stand in a queue until one taker comes: of all blocks but those that broadcast.</summary>
// Design: a block counts the messages that left it, and offers each with that number. So the message that is added now will have the number of the next one that leaves
// plus the length of the queue. Both are asked of the block under its own lock, not counted here: what code that is not woven adds or takes is counted, too.
internal sealed class QueueExit : Exit
{
    private readonly object _core;
    private readonly object _valueLock; // held by the block while it takes a message out of the queue
    private readonly Func<object, long> _next;
    private readonly Func<object, long> _length;
    private readonly NumberedSpans _spans = new();
    private int _untilCleared = ClearedEvery;
    private long _alone; // the number of the next message of who adds alone; 0 is not known yet

    private const int ClearedEvery = 1024;

    internal QueueExit(object core)
    {
        _core = core;
        _valueLock = PrivateMembers.Get(core, "_targetRegistry");
        OutgoingLock = PrivateMembers.Get(core, "_completionTask");
        _next = PrivateMembers.Counter(core, "_nextMessageId.Value");
        _length = PrivateMembers.Counter(core, "_messages.Count");
    }

    internal override object OutgoingLock { get; }

    internal override long Last => First - 1;

    /// <summary>What is held by whoever adds to the queue, where several may.</summary>
    internal object AddingLock => _core;

    /// <summary>The number of the next message that is added. Stable for the one who adds; takes a lock that is taken under those of the entrance, too.</summary>
    internal long Next
    {
        get
        {
            lock (_valueLock) return _next(_core) + _length(_core);
        }
    }

    /// <summary>The number of the message that leaves next.</summary>
    internal long First => _next(_core);

    /// <summary>The spans by number.</summary>
    internal NumberedSpans Spans => _spans;

    /// <summary>Says which span the next message has; for the one who is about to add it. What was said of a message that then was not added is said anew of the next.</summary>
    /// <param name="span">The span.</param>
    /// <param name="except">A number of which nothing is said, because it is known which message has it.</param>
    /// <returns>The message's number.</returns>
    internal long Add(ulong span, long except = -1)
    {
        long next = Next;
        ForgetLeft();
        if (next != except) _spans.Put(next, span);
        return next;
    }

    /// <summary>As <see cref="Add(ulong, long)"/>, by the only one who ever adds: its messages are counted here, without the lock.</summary>
    internal void AddAlone(ulong span)
    {
        if (_alone == 0) _alone = Next;
        ForgetLeft();
        _spans.Put(_alone++, span);
    }

    /// <summary>As <see cref="Add(ulong, long)"/>, of several messages that are about to be added one behind the other.</summary>
    internal void Add(List<ulong> spans)
    {
        long next = Next;
        for (int i = 0; i < spans.Count; i++) _spans.Put(next + i, spans[i]);
    }

    // Messages that left unseen.
    private void ForgetLeft()
    {
        if (--_untilCleared > 0) return;
        _untilCleared = ClearedEvery;
        _spans.Forget(First);
    }

    internal override ulong Find(long id) => _spans.Find(id);

    internal override void Passed(long id) => _spans.Forget(id + 1);
}
