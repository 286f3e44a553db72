// Proves that events which wait in great numbers are written before the visit ends, but none before its unit is told of; and that units are forgotten, and what
// they do later is still theirs.
using Weft.Capture;
using Weft.Segments;
using Weft.Tests.Segments;

namespace Weft.Tests.Events;

public sealed class EventsEncoderTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weft-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Take_MoreThanMayWait_IsWrittenOnceTheUnitIsTold()
    {
        const int Rounds = 300, PerRound = 2000; // 2.4 million words
        ExecutionUnitId told = ExecutionUnitId.New(), late = ExecutionUnitId.New(), never = ExecutionUnitId.New();
        using RunRecording recording = Record((encoder, written) =>
        {
            encoder.Take(Unit(told, "told"));
            for (int round = 0; round < Rounds; round++)
            {
                Take(encoder, told, round * PerRound, PerRound);
                if (round % 10 == 0) Take(encoder, late, round / 10 * 10, 10);
                if (round % 10 == 0) Take(encoder, never, round / 10 * 10, 10);
            }
            Assert.Contains(BlockKind.Events, written);
            encoder.Take(Unit(late, "late"));
            encoder.Flush(isAsked: true);
        });
        Assert.Equal([(told, "told"), (late, "late"), (never, "")], recording.Units.Select(unit => (unit.Id, unit.Name)));
        Assert.Equal(Enumerable.Range(1, Rounds * PerRound).Select(number => (long)number), recording.EventsOf(told).Select(each => each.Number));
        Assert.Equal(Enumerable.Range(1, Rounds).Select(number => (long)number), recording.EventsOf(late).Select(each => each.Number));
        Assert.Equal(Rounds, recording.EventsOf(never).Count);
        EventLaws.AssertHold(recording);
    }

    [Fact]
    public void Take_UnitThatWasForgotten_IsTheSameUnit()
    {
        var unit = ExecutionUnitId.New();
        using RunRecording recording = Record((encoder, _) =>
        {
            encoder.Take(Unit(unit, "forgotten"));
            Take(encoder, unit, 0, 2, last: EventKind.Complete);
            encoder.Flush(isAsked: false);
            for (int i = 0; i < 140_000; i++)
            {
                var other = ExecutionUnitId.New();
                encoder.Take(Unit(other, "other"));
                Take(encoder, other, 0, 2, last: EventKind.Complete);
            }
            encoder.Flush(isAsked: false);
            Take(encoder, unit, 2, 1);
            encoder.Flush(isAsked: true);
        });
        Assert.Equal("forgotten", recording.Unit(unit)!.Name);
        Assert.Equal([1L, 2, 3], recording.EventsOf(unit).Select(each => each.Number));
        Assert.Equal(140_001, recording.Units.Count());
        Assert.Empty(recording.Damages);
    }

    private RunRecording Record(Action<EventsEncoder, List<BlockKind>> record)
    {
        var written = new List<BlockKind>();
        using (var segments = new SegmentWriter(_directory.FullName, GoldenRecording.Process, long.MaxValue, SegmentWriter.CreateFile))
        {
            record(new EventsEncoder((kind, payload) =>
            {
                written.Add(kind);
                segments.Write(kind, payload);
            }), written);
        }
        return RunRecording.Open(_directory.FullName);
    }

    private static PostedUnit Unit(ExecutionUnitId id, string name) => new(id, ExecutionUnitKind.Task, name, default, default, 1);

    // So many events behind the first ones, as a thread's buffer would hold them.
    private static void Take(EventsEncoder encoder, ExecutionUnitId unit, int before, int count, EventKind last = EventKind.Send)
    {
        var words = new List<ulong> { 1ul << 63 | (ulong)RowKind.Event << 56, unit.Value };
        for (int i = 1; i <= count; i++)
        {
            EventKind kind = before + i == 1 ? EventKind.Start : i == count ? last : EventKind.Send;
            words.Add(EventRow.Head(kind, before + i, EventRow.HasSite | EventRow.HasSpan));
            words.AddRange([(ulong)(1000 + before + i), 3, 4]);
        }
        var rows = new RowReader(words.ToArray(), header: 0, nextChild: 0);
        encoder.Take(ref rows);
    }
}
