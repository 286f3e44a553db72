using System.Threading.Tasks.Dataflow;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Dataflow;

/// <summary>A batch block: a batch follows from each of its messages, which keep their spans in it.</summary>
internal sealed class BatchEntrance<T> : Entrance
{
    private const long None = -1;

    private readonly Queue<T> _queue;
    private readonly QueueExit _exit;
    private readonly Action<T[]> _complete;
    private readonly CutSpan _unknown;
    private readonly int _step;
    private readonly NumberedSpans _spans = new();
    private readonly ConsumedRun _consumed = new();
    private long _taken; // messages that have left in batches

    internal BatchEntrance(BatchBlock<T> block, int site)
    {
        object core = PrivateMembers.Get(block, "_target");
        Gate = PrivateMembers.Get(core, "_completionTask");
        _queue = (Queue<T>)PrivateMembers.Get(core, "_messages");
        _exit = new QueueExit(PrivateMembers.Get(block, "_source"));
        _unknown = new CutSpan(site);
        _step = Steps.Intern(site);
        _complete = (Action<T[]>)PrivateMembers.Get(core, "_batchCompletedAction");
        PrivateMembers.Set(core, "_batchCompletedAction", (Action<T[]>)Complete);
        Blocks.Follow(block, this);
        Blocks.Follow((object)block, _exit);
    }

    internal override object Gate { get; }

    // The block first consumes several, then puts them into the queue; meanwhile it accepts none.
    internal override void Consumed<TValue>(TValue value, ulong span)
    {
        lock (Gate) _spans.Put(_consumed.Next(_taken + _queue.Count, _spans), span);
    }

    protected override long Expect(ulong span)
    {
        long number = _taken + _queue.Count;
        if (_consumed.IsOpen(number)) return None;
        _consumed.End(number, _spans);
        _spans.Put(number, span);
        return number;
    }

    protected override void Withdraw(long number)
    {
        if (number != None) _spans.Take(number);
    }

    // Under the gate, when the messages of the batch have left the queue.
    private void Complete(T[] batch)
    {
        _consumed.End(_taken + batch.Length + _queue.Count, _spans);
        ColumnBuilder spans = ColumnBuilder.Rent();
        for (int i = 0; i < batch.Length; i++) spans.Add(_spans.Take(_taken++) is not 0 and var span ? span : _unknown.Span);
        SpanColumn members = spans.Finish(_step);
        ArrayAttachment<T>.Attach(batch, members);
        _exit.Add(ThreadBuffer.Current.DeriveFanIn(_step, members));
        _complete(batch);
    }
}
