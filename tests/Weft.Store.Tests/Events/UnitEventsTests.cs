// Proves that the events of a unit are found by number and told in their order, however the writer has spread them over sections, without all of them being decoded at once.
using Weft.Segments;
using Weft.Store.Events;

namespace Weft.Store.Tests.Events;

public sealed class UnitEventsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void All_OfARandomHistory_IsWhatWasRecorded(int seed)
    {
        using var history = new History();
        RandomHistory.Play(history, seed, events: 3000);
        var run = new EventRun(history.Close(), new DecodedSections());
        foreach ((ExecutionUnitId unit, List<RecordedEvent> recorded) in history.Recorded)
        {
            UnitEvents events = run.EventsOf(unit);
            Assert.Equal(recorded, events.All());
            Assert.Equal((recorded[0], recorded[^1]), (events.First!.Value, events.Last!.Value));
            Assert.Null(events.Before(1));
            Assert.Null(events.Find(0));
            Assert.Null(events.Find(recorded.Count + 1));
            foreach (RecordedEvent each in recorded)
            {
                Assert.Equal(each, events.Find(each.Number));
                Assert.Equal(each, events.Before(each.Number + 1));
            }
        }
    }

    [Fact]
    public void All_UnitThatMovedToAThreadThatWasVisitedEarlier_IsInOrder()
    {
        using var history = new History();
        ExecutionUnitId unit = history.Begin("mover", 0);
        for (int i = 1; i <= 300; i++)
        {
            if (i % 50 == 0) history.Move(unit);
            if (i % 75 == 0) history.Flush();
            history.Add(unit, EventKind.Signal, i);
        }
        UnitEvents events = new EventRun(history.Close(), new DecodedSections()).EventsOf(unit);
        Assert.Equal(Enumerable.Range(1, 301).Select(number => (long)number), events.All().Select(each => each.Number));
        for (int number = 1; number <= 301; number++) Assert.Equal(number, events.Find(number)!.Value.Number);
    }
}
