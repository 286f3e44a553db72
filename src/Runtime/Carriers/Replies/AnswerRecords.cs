using System.Buffers;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Loops;

namespace Weft.Carriers.Replies;

/// <summary>What the answer to one request is made of, as its handler says it.</summary>
// Design: headers leave before the handler is done, and it may write on. So the client is told spans that nobody has yet, as many as the answer has records; what they stand for is written down when the handler is
// done. A handler that never ends leaves them without: who asks hears that they are missing.
internal sealed class AnswerRecords(ulong message)
{
    private readonly record struct Put(object? Value, LoopRecord Record, OtherRecords Others, int Site);

    /// <summary>What was put in: the records of a collection, or one.</summary>
    private readonly record struct Part(SpanColumn Column, bool IsCollection, int Site);

    private readonly Lock _gate = new();
    private readonly List<Part> _parts = [];
    private List<Put> _puts = [];                   // those that nobody has looked at yet: what a task gives is known when the answer begins
    private Func<object?, object?>? _valueOf;       // set when the answer begins
    private ulong _first;
    private int _count;

    /// <summary>Tells which types are services of the one who answers: such a value did not come with the message. Null where that is not known.</summary>
    internal Func<Type, bool>? IsService { get; set; }

    /// <summary>The handler puts a value into the answer.</summary>
    /// <param name="value">The value, or what gives it once the answer begins; null where only its record is known.</param>
    /// <param name="record">The record that it is made of; none where it is made of none, or nobody knows.</param>
    /// <param name="others">Whether it may be made of records that nobody names.</param>
    /// <param name="site">Where.</param>
    internal void Add(object? value, LoopRecord record, OtherRecords others, int site)
    {
        lock (_gate) _puts.Add(new Put(value, record, others, site));
    }

    /// <summary>The answer begins: what its sender says of it.</summary>
    /// <param name="valueOf">What is sent of a value: a framework's result is no record.</param>
    /// <returns>The span of the first record and their number; 0 where there are none.</returns>
    internal (ulong First, int Count) Begin(Func<object?, object?> valueOf)
    {
        lock (_gate)
        {
            _valueOf = valueOf;
            LookAtPuts();
            if (_parts.Count == 0) return default;
            _count = _parts is [{ IsCollection: true } all] ? all.Column.Count : 1;
            _first = Recorder.ReserveSpans(_count);
            return (_first, _count);
        }
    }

    /// <summary>The handler is done: what the client was told stands for all that was put in.</summary>
    internal void Complete()
    {
        lock (_gate)
        {
            if (_count == 0) return;
            LookAtPuts();
            RecordingSession session = Recorder.Session;
            if (_parts is [{ Column: var only }])
            {
                session.Post(new PostedAlias(only.Step, _first, Rented(only)));
                return;
            }
            ColumnBuilder parents = ColumnBuilder.Rent();
            foreach (Part part in _parts)
            {
                ulong alias = Recorder.Alias(part.Column.Step, Rented(part.Column)); // has the way by which the part came
                for (int i = 0; i < part.Column.Count; i++) parents.Add(alias + (ulong)i);
            }
            int step = Steps.Intern(_parts[^1].Site);
            SpanColumn column = parents.Finish(step);
            // Where one collection was announced and more was written behind it, nobody knows which record is in which item.
            session.Post(new PostedParents(_count == 1 ? RowKind.FanInColumn : RowKind.Coarse, step, _first, _count, column, 0, column.Count));
        }
    }

    private void LookAtPuts()
    {
        foreach (Put put in Interlocked.Exchange(ref _puts, []))
        {
            if (PartOf(put, _valueOf!(put.Value is Func<object?> given ? given() : put.Value)) is { Column.Count: > 0 } part) _parts.Add(part);
        }
    }

    private Part? PartOf(in Put put, object? value)
    {
        if (value is not null and not string and not byte[] && LineageContext.TryCount(value, out int count) && value is not Flow && (put.Record.IsNone || Origin.Find(value) is not null || IsService?.Invoke(value.GetType()) == true))
            return new Part(Origin.ColumnOrRoots(value, count, typeof(object), put.Site), IsCollection: true, put.Site);
        bool isRead = value is Flow; // by whoever writes the answer, when this is told already
        LoopRecord record = put.Record;
        if (isRead || put.Others == OtherRecords.Perhaps || (put.Others == OtherRecords.WhereNoneIsTold && record.Span == 0)) record = KeptRecords.With(record.IsNone ? new LoopRecord(message, 0) : record, put.Site);
        return record.Span == 0 ? null : new Part(new RangeColumn(record.Span, 1, record.AsCurrent.Step), IsCollection: false, put.Site);
    }

    private static RentedSpans Rented(SpanColumn column)
    {
        ulong[] spans = ArrayPool<ulong>.Shared.Rent(column.Count);
        column.CopyTo(0, spans.AsSpan(0, column.Count));
        return new RentedSpans(spans, column.Count);
    }
}
