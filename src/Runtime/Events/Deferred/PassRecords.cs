using System.Collections;
using Weft.Flows;
using Weft.Flows.Async;
using Weft.Flows.Collections;

namespace Weft.Events.Deferred;

/// <summary>The records that the passes of a parallel loop handle, by the number of the pass.</summary>
// Design: .NET numbers the passes of a loop by the place of the item, in an array or list as in a sequence that it enumerates. So an array or list stays what it is, with its column beside it; a sequence is enumerated by
// one worker at a time, which keeps the span of each item in front of handing it out. Blocks never move: another worker may read one while the next is added.
internal sealed class PassRecords
{
    private const int FirstBits = 6; // of the size of the first block; each one is as large as all before

    private readonly SpanColumn? _column;     // of an array or list
    private readonly ulong[][] _blocks = [];  // of a sequence
    private readonly int _site;
    private int _count;
    private int _step;

    private PassRecords(SpanColumn column, int site) => (_column, _site) = (column, site);

    private PassRecords() => _blocks = new ulong[64 - FirstBits][];

    /// <summary>What is known of a loop's source, which is replaced by one that tells where it does not itself; null where nobody traced it.</summary>
    internal static PassRecords? Of<T>(ref IEnumerable<T> source, int site)
    {
        if (!AreIn(source)) return null;
        if (source is T[] array && array.GetType() == typeof(T[])) return Origin.SettledColumn(array, site) is { } ofArray ? new PassRecords(ofArray, site) : null;
        if (source is List<T> list) return Origin.SettledColumn(list, site) is { } ofList ? new PassRecords(ofList, site) : null;
        var records = new PassRecords();
        source = new Recorded<T>(source, records, site);
        return records;
    }

    /// <summary>Whether a loop's source tells records of its own: the passes of any other handle what was handed over.</summary>
    internal static bool AreIn(object? source) => source is Flow or AsyncFlow or IYieldsRecords || (source is not null && Origin.Find(ImmutableArrays.Unwrap(source)) is not null);

    /// <summary>The record of a pass.</summary>
    internal CurrentRecord At(long pass)
    {
        if (_column is { } column) return pass < column.Count ? new CurrentRecord(column[(int)pass], column.Step) : new CurrentRecord(Origin.Newcomer(_site), 0);
        (int block, long at) = PlaceOf(pass);
        return new CurrentRecord(_blocks[block][at], _step);
    }

    /// <summary>The calling unit, which handles what was handed over, handles a record of its own, too.</summary>
    internal static void Handle(ExecutionUnit unit, CurrentRecord own, int site)
    {
        LoopRecord record = Woven.WithinMessage<Recording>(new LoopRecord(own.Span, own.Step), site);
        unit.Record = new CurrentRecord(record.Span, record.Step);
    }

    private void Add(Flow record)
    {
        _step = record.Step;
        (int block, long at) = PlaceOf(_count++);
        (_blocks[block] ??= new ulong[1L << (block == 0 ? FirstBits : block + FirstBits - 1)])[at] = record.Span;
    }

    private static (int Block, long At) PlaceOf(long pass)
    {
        int block = pass >> FirstBits == 0 ? 0 : 64 - FirstBits - (int)long.LeadingZeroCount(pass);
        return (block, block == 0 ? pass : pass - (1L << (block + FirstBits - 1)));
    }

    private sealed class Recorded<T>(IEnumerable<T> source, PassRecords records, int site) : IEnumerable<T>
    {
        public IEnumerator<T> GetEnumerator() => new Reader<T>(source.AsFlow(site).Start(), records);

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Reader<T>(Flow<T> flow, PassRecords records) : IEnumerator<T>
    {
        public T Current => flow.Value;

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (!flow.MoveNext()) return false;
            records.Add(flow);
            return true;
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose() => flow.Dispose();
    }
}
