namespace Weft.Dataflow;

/// <summary>The entrance of a buffer: what comes in stands in the queue at the exit at once.</summary>
// Design: what was postponed is taken out of its source without the lock, and then added. In between the buffer accepts nothing else, but is offered some, which must not take its place.
internal sealed class QueueEntrance(QueueExit exit) : Entrance
{
    private const long None = -1;

    private long _consumed = None; // the number of the last message that was consumed

    internal override object Gate => exit.AddingLock;

    internal override void Consumed<T>(T value, ulong span)
    {
        lock (Gate)
        {
            _consumed = exit.Next;
            exit.Spans.Put(_consumed, span);
        }
    }

    protected override long Expect(ulong span)
    {
        long number = exit.Add(span, except: _consumed);
        return number == _consumed ? None : number;
    }

    protected override void Withdraw(long number)
    {
        if (number != None) exit.Spans.Take(number);
    }
}
