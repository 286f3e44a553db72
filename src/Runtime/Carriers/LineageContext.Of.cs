using System.Buffers;
using System.Collections;
using Weft.Capture;
using Weft.Flows;

namespace Weft;

public readonly partial record struct LineageContext
{
    /// <summary>What goes beside a message with one record of a collection.</summary>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <param name="records">A materialised collection. The records of one that no woven operator made enter the program here.</param>
    /// <param name="index">The 0-based position of the record in it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative, or not below the number of records.</exception>
    /// <remarks><see cref="None"/> when recording is switched off, and for a sequence that is made anew at each enumeration.</remarks>
    public static LineageContext Of<T>(IEnumerable<T> records, int index)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (!RecordingSwitch.IsOn || !records.TryGetNonEnumeratedCount(out int count)) return default;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        return Sent(Origin.ColumnOrRoots(records, count, typeof(T), site: 0), index, 1);
    }

    /// <summary>What goes beside a message with all records of a collection, in their order.</summary>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <param name="records">A materialised collection. The records of one that no woven operator made enter the program here.</param>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    /// <remarks>
    /// The receiver's records have to be the same in number and order, for each of them to follow from its own.
    /// <see cref="None"/> when recording is switched off, and for a sequence that is made anew at each enumeration.
    /// </remarks>
    public static LineageContext Of<T>(IEnumerable<T> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (!RecordingSwitch.IsOn || !records.TryGetNonEnumeratedCount(out int count)) return default;
        return Sent(Origin.ColumnOrRoots(records, count, typeof(T), site: 0), 0, count);
    }

    /// <summary>As <see cref="Of{T}(IEnumerable{T})"/>, of a collection of any type that somebody has traced; <see cref="None"/> of any other.</summary>
    internal static LineageContext OfTraced(object collection)
    {
        if (collection is string || Origin.Find(collection) is null || !TryCount(collection, out int count) || count == 0) return default;
        return Sent(Origin.ColumnOrRoots(collection, count, typeof(object), site: 0), 0, count);
    }

    internal static bool TryCount(object collection, out int count)
    {
        count = collection is ICollection plain ? plain.Count : -1;
        return count >= 0 || (collection is IEnumerable<object> records && records.TryGetNonEnumeratedCount(out count));
    }

    /// <summary>The same records in the trace of a message that was received: what is sent because of it.</summary>
    /// <param name="received">What came beside that message; when <see cref="None"/>, nothing changes.</param>
    public LineageContext InTraceOf(in LineageContext received) => received.Trace.Trace.IsNone || IsNone
        ? this
        : this with { Trace = Trace with { Trace = received.Trace.Trace }, ForeignState = received.ForeignState, Flags = received.Flags };

    // Spans of a message are consecutive. Those that are not, or came by a way that the receiver cannot tell, get aliases that are and can.
    private static LineageContext Sent(SpanColumn column, int start, int count)
    {
        var trace = new TraceContext(TraceToSendIn(), EventId.None);
        if (count == 0) return new LineageContext(trace);
        if (column.Step != 0 || !column.TryGetRange(start, count, out ulong first) || first == 0)
        {
            ulong[] spans = ArrayPool<ulong>.Shared.Rent(count);
            column.CopyTo(start, spans.AsSpan(0, count));
            foreach (ref ulong span in spans.AsSpan(0, count))
                if (span == 0) span = Origin.Newcomer(site: 0);
            first = Recorder.Alias(column.Step, new RentedSpans(spans, count));
        }
        return new LineageContext(trace with { Span = new SpanId(first) }, count);
    }
}
