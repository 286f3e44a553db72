using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Dataflow;
using Weft.Capture;
using Weft.Channels;
using Weft.Flows;

namespace Weft.Dataflow;

/// <summary>A block as code sees it that receives from it: knows the record of the message that was received last.</summary>
// Design: the base library's own methods receive, from this in place of the block; so they wait, time out and are cancelled as always.
internal sealed class Receiver<T>(IReceivableSourceBlock<T> source, Exit exit, int site) : IReceivableSourceBlock<T>
{
    private readonly Received _received = new();

    /// <summary>The span of the message that was received last; 0 when nothing is known of it.</summary>
    internal ulong Span => _received.Span;

    /// <summary>The same as a record; one that is cut where nothing is known of it.</summary>
    internal LoopRecord Record => RecordOf(Span, site);

    public Task Completion => source.Completion;

    /// <summary>What receives from a block; null where nobody follows it.</summary>
    internal static Receiver<T>? Of(ISourceBlock<T> source, int site)
        => source is IReceivableSourceBlock<T> receivable && Blocks.ExitOf(source) is { } exit ? new Receiver<T>(receivable, exit, site) : null;

    /// <summary>Receives at once what there is.</summary>
    internal static bool TryReceive(IReceivableSourceBlock<T> source, Predicate<T>? filter, [MaybeNullWhen(false)] out T item, ref LoopRecord record, int site)
    {
        if (Blocks.ExitOf(source) is not { } exit)
        {
            record = LoopRecord.Nothing(record);
            return source.TryReceive(filter, out item);
        }
        bool isReceived = TryReceive(source, exit, filter, out item, out ulong span);
        record = isReceived ? RecordOf(span, site) : LoopRecord.Nothing(record);
        return isReceived;
    }

    /// <summary>Receives all there is; the messages keep their spans in the list.</summary>
    internal static bool TryReceiveAll(IReceivableSourceBlock<T> source, [NotNullWhen(true)] out IList<T>? items, int site)
    {
        if (Blocks.ExitOf(source) is not QueueExit exit) return source.TryReceiveAll(out items);
        lock (exit.OutgoingLock)
        {
            long first = exit.First;
            if (!source.TryReceiveAll(out items)) return false;
            ColumnBuilder spans = ColumnBuilder.Rent();
            for (int i = 0; i < items.Count; i++) spans.Add(exit.Spans.Take(first + i) is not 0 and var span ? span : RecordOf(0, site).Span);
            if (items is List<T> list) ListAttachment<T>.Attach(list, spans.Finish(Steps.Intern(site)));
            return true;
        }
    }

    /// <summary>Tells woven code of the record that a task gives, at once or when it has been awaited.</summary>
    internal Task<T> Tell(Task<T> task, ref LoopRecord record)
    {
        if (task.IsCompletedSuccessfully)
        {
            record = Record;
            return task;
        }
        int number = ReceivedRecord.NextNumber();
        ReceivedRecord.Tell(number, () => Record);
        record = LoopRecord.Awaiting(number);
        return task;
    }

    public bool TryReceive(Predicate<T>? filter, [MaybeNullWhen(false)] out T item)
    {
        if (!TryReceive(source, exit, filter, out item, out ulong span)) return false;
        _received.Span = span;
        return true;
    }

    public bool TryReceiveAll([NotNullWhen(true)] out IList<T>? items) => source.TryReceiveAll(out items);

    public IDisposable LinkTo(ITargetBlock<T> target, DataflowLinkOptions linkOptions) => source.LinkTo(new Link<T>(exit, target, _received), linkOptions);

    public T? ConsumeMessage(DataflowMessageHeader messageHeader, ITargetBlock<T> target, out bool messageConsumed) => source.ConsumeMessage(messageHeader, target, out messageConsumed);

    public bool ReserveMessage(DataflowMessageHeader messageHeader, ITargetBlock<T> target) => source.ReserveMessage(messageHeader, target);

    public void ReleaseReservation(DataflowMessageHeader messageHeader, ITargetBlock<T> target) => source.ReleaseReservation(messageHeader, target);

    public void Complete() => source.Complete();

    public void Fault(Exception exception) => source.Fault(exception);

    private static bool TryReceive(IReceivableSourceBlock<T> source, Exit exit, Predicate<T>? filter, [MaybeNullWhen(false)] out T item, out ulong span)
    {
        span = 0;
        lock (exit.OutgoingLock)
        {
            if (!source.TryReceive(filter, out item)) return false;
            long id = exit.Last;
            span = exit.Find(id);
            exit.Passed(id);
            return true;
        }
    }

    private static LoopRecord RecordOf(ulong span, int site) => new(span != 0 ? span : Recorder.RootRange(Sources.Cut(site, site), 0, 1), 0);

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
