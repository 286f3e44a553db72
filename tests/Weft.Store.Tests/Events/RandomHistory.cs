namespace Weft.Store.Tests.Events;

/// <summary>Random units that run, wait for each other, start each other and move between threads; each event a while after the one before it, whichever unit it is of.</summary>
internal static class RandomHistory
{
    internal static void Play(History history, int seed, int events, TraceId trace = default)
    {
        var random = new Random(seed);
        long now = 0;
        List<ExecutionUnitId> units = [history.Begin("first", now, trace: trace)];
        List<EventId> known = [new EventId(units[0], 1)];
        var waiting = new HashSet<ExecutionUnitId>();
        for (int i = 0; i < events; i++)
        {
            now += random.Next(0, 5) * 1000;
            ExecutionUnitId unit = units[random.Next(units.Count)];
            EventId other = known[random.Next(Math.Max(0, known.Count - 20), known.Count)];
            if (waiting.Remove(unit))
            {
                if (random.Next(2) == 0) history.Move(unit);
                known.Add(history.Add(unit, EventKind.Resume, now, random.Next(4) == 0 ? default : other));
                continue;
            }
            switch (random.Next(8))
            {
                case 0:
                    units.Add(history.Begin($"unit {units.Count}", now, other, trace, (ExecutionUnitKind)random.Next(1, 5)));
                    known.Add(new EventId(units[^1], 1));
                    break;
                case 1 or 2:
                    known.Add(history.Add(unit, EventKind.Wait, now));
                    waiting.Add(unit);
                    break;
                case 3:
                    known.Add(history.Add(unit, EventKind.Acquire, now, other));
                    break;
                case 4:
                    history.Annotate(unit, $"key {random.Next(3)}", "a \"text\"\n of ümlauts", now);
                    break;
                case 5 when random.Next(10) == 0:
                    history.Flush();
                    break;
                default:
                    known.Add(history.Add(unit, random.Next(2) == 0 ? EventKind.Send : EventKind.Request, now));
                    break;
            }
        }
    }
}
