using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Weft.Flows.Parallel;

/// <summary>Collects the spans of records that come on several threads, in no order: each thread into a builder of its own.</summary>
internal sealed class PartitionSpans
{
    private readonly ConcurrentBag<ColumnBuilder> _builders = [];

    [ThreadStatic]
    private static PartitionSpans? _lastOwner;

    [ThreadStatic]
    private static ColumnBuilder? _lastBuilder; // of _lastOwner, on this thread

    private readonly ThreadLocal<ColumnBuilder> _ofThread = new();

    /// <summary>Adds the span of a record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once a record
    internal void Add(ulong span) => (ReferenceEquals(_lastOwner, this) ? _lastBuilder! : OfThread()).Add(span);

    /// <summary>The spans of all records, which came by a step; once, when no more come.</summary>
    internal SpanColumn Finish(int step)
    {
        _ofThread.Dispose();
        if (_builders.TryTake(out ColumnBuilder? all))
        {
            foreach (ColumnBuilder other in _builders)
            {
                SpanColumn column = other.Finish(step);
                all.AddColumn(column, 0, column.Count);
            }
            return all.Finish(step);
        }
        return new RangeColumn(0, 0, step);
    }

    // A query within a lambda of another one may take turns with it on a thread.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ColumnBuilder OfThread()
    {
        ColumnBuilder? builder = _ofThread.Value;
        if (builder is null) _builders.Add(_ofThread.Value = builder = new ColumnBuilder());
        _lastOwner = this;
        return _lastBuilder = builder;
    }
}
