namespace Weft.Capture;

/// <summary>Consecutive events of an execution unit that were dropped.</summary>
/// <param name="Unit">The execution unit's id.</param>
/// <param name="First">The number of the first of them.</param>
/// <param name="Count">Their number.</param>
internal sealed record LostEvents(ulong Unit, long First, long Count)
{
    /// <summary>The events in a piece of a stream, in runs of consecutive numbers, whatever units take turns.</summary>
    internal static List<LostEvents> Of(ReadOnlySpan<ulong> words)
    {
        var lost = new LostEventRuns();
        var reader = new RowReader(words, header: 0, nextChild: 0);
        while (reader.MoveNext())
        {
            if (reader.Kind != RowKind.Event) continue;
            for (ReadOnlySpan<ulong> rows = reader.Rows; !rows.IsEmpty; rows = rows[EventRow.WidthOf(rows)..]) lost.Add(new LostEvents(reader.Unit, EventRow.NumberOf(rows[0]), 1));
        }
        return lost.Runs;
    }
}
