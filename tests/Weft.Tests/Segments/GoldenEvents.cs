using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Segments;

/// <summary>The units and events of the golden recording: every column of their blocks has something in it.</summary>
internal static class GoldenEvents
{
    private static readonly TraceId _trace = TraceId.Parse("017f22e279b07cc398c4dc0c0c07398f");
    private static readonly ExecutionUnitId _main = new(0x1111111111111111), _handler = new(0x2222222222222222), _untold = new(0x3333333333333333), _foreign = new(0x4444444444444444);

    internal static readonly RecordedUnit[] Units =
    [
        new(_main, ExecutionUnitKind.Thread, "main", _trace, default, 1),
        new(_handler, ExecutionUnitKind.Handler, "order", _trace, new EventId(_main, 2), 4),
        new(_untold, 0, "", default, default, 0),
    ];

    internal static readonly RecordedEvent[][] Events =
    [
        [
            new(1, EventKind.Start, 5_000_000, default, 0, 0, null, null),
            new(2, EventKind.Send, 5_000_100, default, 2, 0, null, null),
            new(3, EventKind.Receive, 5_000_900, new EventId(_foreign, 12), 3, 9, null, null),
            new(6, EventKind.Complete, 5_900_000, default, 0, 9, null, null),
        ],
        [
            new(1, EventKind.Start, 5_000_200, new EventId(_main, 2), 0, 0, null, null),
            new(2, EventKind.Annotate, 5_000_300, default, 0, 0, "customer", "Ada"),
            new(3, EventKind.Annotate, 5_000_310, default, 0, 0, "amount", 12.5),
            new(4, EventKind.Annotate, 5_000_320, default, 0, 9, "items", -3L),
            new(5, EventKind.Annotate, 5_000_330, default, 0, 9, "paid", true),
            new(6, EventKind.Annotate, 5_000_340, default, 0, 9, "late", false),
            new(7, EventKind.Annotate, 5_000_350, default, 0, 9, "customer", null),
            new(8, EventKind.Complete, 5_000_400, default, 0, 9, null, null),
        ],
        [new(1, EventKind.Start, 5_000_150, new EventId(_main, 2), 0, 0, null, null)],
    ];

    internal static readonly ClockBlock Clock = new(1_000_000_000, 5_000_500, new DateTime(2026, 11, 22, 14, 35, 1, 200, DateTimeKind.Utc), 150);

    /// <summary>Writes the blocks.</summary>
    internal static void Write(Action<BlockKind, PayloadWriter> write)
    {
        var payload = new PayloadWriter();
        PostedUnit[] posted = [.. Units.Select(unit => new PostedUnit(unit.Id, unit.Kind, unit.Name, unit.Trace, unit.Cause, unit.Thread))];
        UnitsBlock.Write(payload, 1, posted, NumberOf);
        End(BlockKind.Units);
        string[] keys = [.. Events.SelectMany(events => events).Select(each => each.Key).OfType<string>().Distinct()];
        new KeysBlock(1, keys).Write(payload);
        End(BlockKind.Keys);

        ulong baseTime = (ulong)Events[0][0].Time;
        payload.UInt64(baseTime);
        var columns = new EventColumns();
        var scratch = new PayloadWriter();
        for (int unit = 0; unit < Units.Length; unit++)
        {
            foreach (RecordedEvent each in Events[unit]) columns.Add(Words(each, keys, isShared: unit == 1 && each.Number == 4));
            bool isShared = columns.IsShared;
            scratch.Clear();
            columns.Write(scratch, baseTime, NumberOf);
            new EventSection(unit + 1, isShared, Events[unit].Length, scratch.Length).Write(payload);
            payload.Bytes(scratch.Written);
        }
        End(BlockKind.Events);
        new EventDropsBlock([new LostEvents(_main.Value, 4, 2)]).Write(payload);
        End(BlockKind.EventDrops);
        Clock.Write(payload);
        End(BlockKind.Clock);

        void End(BlockKind kind)
        {
            write(kind, payload);
            payload.Clear();
        }
    }

    private static int NumberOf(ulong id) => Array.FindIndex(Units, unit => unit.Id.Value == id) + 1;

    // As a thread's buffer would hold it.
    private static ulong[] Words(RecordedEvent each, string[] keys, bool isShared)
    {
        ulong flags = (isShared ? EventRow.IsShared : 0) | (each.Reference.IsNone ? 0 : EventRow.HasReference) | (each.Site == 0 ? 0 : EventRow.HasSite)
            | (each.Span == 0 ? 0 : EventRow.HasSpan) | (each.Key is null ? 0 : EventRow.HasValue);
        var words = new List<ulong> { EventRow.Head(each.Kind, each.Number, flags), (ulong)each.Time };
        if (!each.Reference.IsNone) words.AddRange([each.Reference.Unit.Value, (ulong)each.Reference.Number]);
        if (each.Site != 0) words.Add((ulong)each.Site);
        if (each.Span != 0) words.Add(each.Span);
        if (each.Key is null) return [.. words];

        int key = Array.IndexOf(keys, each.Key) + 1;
        words.AddRange(each.Value switch
        {
            string text => [EventRow.ValueHead(key, AnnotationType.Text, text.Length), text.Select((c, i) => (ulong)c << 16 * i).Aggregate((a, b) => a | b)], // at most four characters
            double number => [EventRow.ValueHead(key, AnnotationType.Number, 0), BitConverter.DoubleToUInt64Bits(number)],
            long number => [EventRow.ValueHead(key, AnnotationType.Integer, 0), (ulong)number],
            bool truth => [EventRow.ValueHead(key, truth ? AnnotationType.True : AnnotationType.False, 0)],
            _ => [EventRow.ValueHead(key, AnnotationType.Null, 0)],
        });
        return [.. words];
    }
}
