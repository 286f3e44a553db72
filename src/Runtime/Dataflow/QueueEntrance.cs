namespace Weft.Dataflow;

/// <summary>The entrance of a buffer: what comes in stands in the queue at the exit at once.</summary>
internal sealed class QueueEntrance(QueueExit exit) : Entrance
{
    internal override object Gate => exit.AddingLock;

    // While it consumes what was postponed, a buffer accepts nothing else.
    internal override void Consumed<T>(T value, ulong span) => exit.Add(span);

    protected override long Expect(ulong span)
    {
        exit.Add(span);
        return 0;
    }

    protected override void Withdraw(long number) => exit.Add(0);
}
