using System.Threading.Tasks.Dataflow;
using Weft.Capture;

namespace Weft.Dataflow;

/// <summary>Messages that woven code sends to a block: each is a record of its own, which follows from the record that the code is at.</summary>
internal static class Sent
{
    private static readonly DataflowMessageHeader _single = new(1);

    [ThreadStatic]
    private static (int Site, SentRoots Roots) _last;

    /// <summary>Posts a message.</summary>
    internal static bool Post<T>(ITargetBlock<T> target, Entrance entrance, T item, LoopRecord record, int site)
    {
        ulong span = SpanOf(record, site);
        ExecutionContext? inner = LeaveUnit();
        try
        {
            return entrance.Offer(target, _single, item, source: null, consumeToAccept: false, span) == DataflowMessageStatus.Accepted;
        }
        finally
        {
            if (inner is not null) ExecutionContext.Restore(inner);
        }
    }

    /// <summary>Sends a message that the block may postpone.</summary>
    internal static Task<bool> SendAsync<T>(ITargetBlock<T> target, Entrance entrance, T item, CancellationToken cancellationToken, LoopRecord record, int site)
    {
        var message = new Link<T>(SpanOf(record, site), target, entrance);
        ExecutionContext? inner = LeaveUnit();
        try
        {
            return message.SendAsync(item, cancellationToken);
        }
        finally
        {
            if (inner is not null) ExecutionContext.Restore(inner);
        }
    }

    /// <summary>A span for what follows from a record; a root of the call where there is none.</summary>
    internal static ulong SpanOf(LoopRecord record, int site)
    {
        if (record.Span == 0 && ExecutionUnit.Current.Record is { Span: not 0 } current) record = new LoopRecord(current.Span, current.Step);
        if (record.Span == 0) return Root(site);
        int step = Steps.Intern(site, record.IsDerived ? 0 : record.Step);
        return ThreadBuffer.For(step).DerivePair(step, record.Span, 0);
    }

    // A block goes on in the execution context that it was sent a message in. It is not part of the sender's unit, which soon handles something else.
    private static ExecutionContext? LeaveUnit()
    {
        if (!ExecutionUnit.IsOfFlow) return null;
        ExecutionContext? inner = ExecutionContext.Capture();
        if (inner is not null) ExecutionUnit.Leave(ExecutionUnit.Current, null);
        return inner;
    }

    // Numbered by thread and run of calls at one site.
    private static ulong Root(int site)
    {
        if (_last.Site != site || _last.Roots is null) _last = (site, SentRoots.Of(site));
        return Recorder.RootRange(_last.Roots.Source, _last.Roots.Next(), 1);
    }
}
