using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Dataflow;

/// <summary>The entrance of a block that calls a delegate for each message: the block numbers them, and tells the number when it takes one up.</summary>
// Design: a message that the block postpones gets its number before the block asks the source for it, where nobody sees which. So it waits here until the block takes up a message
// whose number nobody knows: with one message at a time these come in the order in which they were consumed, else the value tells which it is.
internal sealed class ExecutionEntrance<T> : Entrance
{
    private readonly object _core;
    private readonly Func<object, long> _next;
    private readonly Action<KeyValuePair<T, long>> _handle;
    private readonly bool _isSequential;
    private readonly int _site;
    private readonly NumberedSpans _spans = new();
    private readonly List<(T Value, ulong Span)> _consumed = [];
    private ulong _unknown; // the root of messages that code which is not woven sent; 0 until there is one

    internal ExecutionEntrance(object core, bool isSequential, int site)
    {
        _core = core;
        _isSequential = isSequential;
        _site = site;
        Gate = PrivateMembers.Get(core, "_messages");
        _next = PrivateMembers.Counter(core, "_nextAvailableInputMessageId.Value");
        _handle = (Action<KeyValuePair<T, long>>)PrivateMembers.Get(core, "_callAction");
        PrivateMembers.Set(core, "_callAction", (Action<KeyValuePair<T, long>>)Handle);
    }

    internal override object Gate { get; }

    internal override void Consumed<TValue>(TValue value, ulong span)
    {
        lock (_consumed) _consumed.Add(((T)(object)value!, span));
    }

    protected override long Expect(ulong span)
    {
        long number = _next(_core);
        _spans.Put(number, span);
        return number;
    }

    protected override void Withdraw(long number) => _spans.Take(number);

    private void Handle(KeyValuePair<T, long> message)
    {
        ref Handling current = ref Handling.Current;
        Handling outer = current; // a scheduler may run this in the middle of another block's delegate
        ulong span = _spans.Take(message.Value);
        current = new Handling(span != 0 ? span : SpanOfConsumed(message.Key), message.Value);
        try
        {
            _handle(message);
        }
        finally
        {
            Action? after = Handling.Current.After;
            Handling.Current = outer;
            after?.Invoke();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong SpanOfConsumed(T value)
    {
        lock (_consumed)
        {
            int found = _isSequential ? _consumed.FindIndex(0, Math.Min(1, _consumed.Count), one => SameValue.May(one.Value, value)) : _consumed.FindIndex(one => SameValue.May(one.Value, value));
            if (found < 0) return Unknown();
            ulong span = _consumed[found].Span;
            if (!_isSequential && _consumed.FindIndex(found + 1, one => SameValue.May(one.Value, value)) >= 0) span = OneOf(value);
            _consumed.RemoveAt(found);
            return span == 0 ? Unknown() : span;
        }
    }

    // Equal messages that are taken up at once: each may be any of them.
    private ulong OneOf(T value)
    {
        Flows.ColumnBuilder spans = Flows.ColumnBuilder.Rent();
        foreach ((T other, ulong span) in _consumed)
            if (SameValue.May(other, value)) spans.Add(span == 0 ? Unknown() : span);
        int step = Steps.Intern(_site);
        return ThreadBuffer.For(step).DeriveCoarse(step, spans.Finish(0), 1);
    }

    private ulong Unknown() => _unknown != 0 ? _unknown : _unknown = Recorder.RootRange(Sources.Cut(_site, _site), 0, 1);
}
