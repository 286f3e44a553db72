using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Dataflow;

/// <summary>How the results of a delegate come to the exit of its block: each block has one way, by its options.</summary>
internal enum ResultOrder
{
    /// <summary>One message is handled at a time: what the delegate gives is added next.</summary>
    Sequential,

    /// <summary>Several are, and a buffer of the block puts results in the order of the messages.</summary>
    Restored,

    /// <summary>Several are, and results are added as they come, under a lock.</summary>
    AsTheyCome,
}

/// <summary>Says which span each result has that a block with a delegate adds to its exit.</summary>
internal sealed class Results
{
    private const int OneAtATime = 1;

    private readonly QueueExit _exit;
    private readonly object? _buffer;                 // that restores the order
    private readonly Func<object, long>? _nextOfBuffer;
    private readonly ScatteredSpans? _waiting;        // results in that buffer, by the number of their message
    private readonly Dictionary<long, List<ulong>> _waitingMany = []; // the same of messages with any number of results
    private readonly Action _release;

    internal Results(object block)
    {
        object target = PrivateMembers.Get(block, "_target");
        _exit = new QueueExit(PrivateMembers.Get(block, "_source"));
        _release = () => Monitor.Exit(_exit.AddingLock);
        _buffer = PrivateMembers.Find(block, "_reorderingBuffer");
        Order = _buffer is not null ? ResultOrder.Restored
            : ((System.Threading.Tasks.Dataflow.ExecutionDataflowBlockOptions)PrivateMembers.Get(target, "_dataflowBlockOptions")).MaxDegreeOfParallelism == OneAtATime ? ResultOrder.Sequential
            : ResultOrder.AsTheyCome;
        if (_buffer is null) return;
        _nextOfBuffer = PrivateMembers.Counter(_buffer, "_nextReorderedIdToOutput");
        _waiting = new ScatteredSpans();
    }

    /// <summary>The way that this block's results take.</summary>
    internal ResultOrder Order { get; }

    /// <summary>The exit.</summary>
    internal QueueExit Exit => _exit;

    /// <summary>Has the block call <paramref name="adding"/> first whenever its buffer gives a result out, with the number of its message.</summary>
    internal void Watch<TResult>(Action<TResult, long> adding)
    {
        var add = (Action<object, TResult>)PrivateMembers.Get(_buffer!, "_outputAction");
        Action<object, TResult> watched = (block, result) =>
        {
            adding(result, _nextOfBuffer!(_buffer!) - 1);
            add(block, result);
        };
        PrivateMembers.Set(_buffer!, "_outputAction", watched);
    }

    /// <summary>The block adds this result next, on this thread.</summary>
    internal void Add(ulong span, long message)
    {
        switch (Order)
        {
            case ResultOrder.Sequential:
                _exit.Add(span);
                break;
            case ResultOrder.Restored:
                _waiting!.Put(message, span);
                break;
            default:
                Hold();
                _exit.Add(span);
                break;
        }
    }

    /// <summary>As <see cref="Add(ulong, long)"/>, of a result that the delegate has given: nothing can go wrong with it any more.</summary>
    internal void AddReturned(ulong span, long message)
    {
        if (Order == ResultOrder.Sequential) _exit.AddAlone(span);
        else Add(span, message);
    }

    /// <summary>The buffer gives out the result of a message.</summary>
    internal void GiveOut(long message)
    {
        _exit.Add(_waiting!.Find(message));
        _waiting.Forget(message + 1);
    }

    /// <summary>The block adds these results next, or puts them into its buffer.</summary>
    internal void Add(List<ulong> spans, long message)
    {
        switch (Order)
        {
            case ResultOrder.Sequential:
                _exit.Add(spans);
                break;
            case ResultOrder.Restored:
                lock (_waitingMany) _waitingMany[message] = spans;
                break;
            default:
                Hold();
                _exit.Add(spans);
                break;
        }
    }

    /// <summary>The buffer gives out the results of a message.</summary>
    internal void GiveOutMany(long message)
    {
        List<ulong>? spans;
        lock (_waitingMany) _waitingMany.Remove(message, out spans);
        if (spans is not null) _exit.Add(spans);
    }

    /// <summary>Held by the buffer while it decides whether the results of a message are the next; the results then are added one by one.</summary>
    internal object? BufferLock => _buffer is null ? null : PrivateMembers.Get(_buffer, "_reorderingBuffer");

    /// <summary>Whether the buffer waits for the results of a message; under its lock.</summary>
    internal bool IsNext(long message) => _nextOfBuffer!(_buffer!) == message;

    // The thread keeps other results out until its block has added this one.
    private void Hold()
    {
        Monitor.Enter(_exit.AddingLock);
        Handling.Current.After = _release;
    }

    /// <summary>A record that follows from the message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Derive(int step, ulong message) => ThreadBuffer.For(step).DerivePair(step, message, 0);
}
