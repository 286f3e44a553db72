using System.Buffers;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Queues;

/// <summary>Spans that stand for others, so that a span is enough to tell a record by.</summary>
internal static class Aliases
{
    /// <summary>A column whose spans have the way of <paramref name="column"/>'s behind them.</summary>
    internal static RangeColumn WithoutWay(SpanColumn column)
    {
        ulong[] spans = ArrayPool<ulong>.Shared.Rent(column.Count);
        column.CopyTo(0, spans.AsSpan(0, column.Count));
        return new RangeColumn(Recorder.Alias(column.Step, new RentedSpans(spans, column.Count)), column.Count, 0);
    }
}
