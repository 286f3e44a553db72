using System.Buffers.Binary;
using Weft.Capture;

namespace Weft.Segments;

/// <summary>Execution units with consecutive numbers, by columns.</summary>
internal static class UnitsBlock
{
    private const int TraceBytes = 16;

    /// <summary>Writes units; <paramref name="numberOf"/> gives the number of a unit in the recording by its id, or 0.</summary>
    internal static void Write(PayloadWriter payload, int first, IReadOnlyList<PostedUnit> units, Func<ulong, int> numberOf)
    {
        payload.Varint(first);
        payload.Varint(units.Count);
        foreach (PostedUnit unit in units) payload.UInt64(unit.Id.Value);
        NumberColumn.Write(payload, [.. units.Select(unit => (ulong)unit.Kind)]);
        NumberColumn.Write(payload, [.. units.Select(unit => (ulong)unit.Thread)]);
        WriteChoice(payload, [.. units.Select(unit => unit.Name)], name => payload.String(name));
        WriteChoice(payload, [.. units.Select(unit => unit.Trace)], trace => BinaryPrimitives.WriteUInt128BigEndian(payload.Take(TraceBytes), trace.Value));
        NumberColumn.Write(payload, [.. units.Select(unit => (ulong)unit.Cause.Number)]);
        EventReferences.Write(payload, [.. units.Where(unit => !unit.Cause.IsNone).Select(unit => unit.Cause.Unit.Value)], numberOf);
    }

    /// <summary>Reads units; <paramref name="idOf"/> gives the id of a unit before this block, or 0.</summary>
    internal static (int First, RecordedUnit[] Units) Read(ref PayloadReader payload, Func<int, ulong> idOf)
    {
        int first = payload.Int32();
        int count = payload.Count();
        if (first == 0 || count == 0 || count > payload.Remaining / sizeof(ulong)) payload.Fail($"the ids of 1 or more units numbered from 1 on (found {count} from {first} on)");
        ulong[] ids = new ulong[count];
        for (int i = 0; i < count; i++) ids[i] = payload.UInt64();
        ulong[] kinds = NumberColumn.Read(ref payload, count);
        ulong[] threads = NumberColumn.Read(ref payload, count);
        string[] names = ReadChoice(ref payload, count, static (ref reader) => reader.String());
        TraceId[] traces = ReadChoice(ref payload, count, static (ref reader) => new TraceId(BinaryPrimitives.ReadUInt128BigEndian(reader.Take(TraceBytes))));
        ulong[] causeNumbers = NumberColumn.Read(ref payload, count);
        ulong[] causes = EventReferences.Read(ref payload, causeNumbers.Count(number => number != 0), number => number >= first && number - first < count ? ids[number - first] : idOf(number));

        var units = new RecordedUnit[count];
        int cause = 0;
        for (int i = 0; i < count; i++)
        {
            if (kinds[i] > (ulong)ExecutionUnitKind.Process) payload.Fail($"a unit of kind 0 to 4 (found {kinds[i]}) before this");
            EventId causedBy = causeNumbers[i] == 0 ? default : new EventId(new ExecutionUnitId(causes[cause++]), (long)causeNumbers[i]);
            units[i] = new RecordedUnit(new ExecutionUnitId(ids[i]), (ExecutionUnitKind)kinds[i], names[i], traces[i], causedBy, (int)threads[i]);
        }
        return (first, units);
    }

    /// <summary>Reads the ids alone.</summary>
    internal static ulong[] ReadIds(ref PayloadReader payload)
    {
        payload.Int32();
        int count = payload.Count();
        if (count > payload.Remaining / sizeof(ulong)) payload.Fail($"the ids of {count} units");
        ulong[] ids = new ulong[count];
        for (int i = 0; i < count; i++) ids[i] = payload.UInt64();
        return ids;
    }

    private delegate T Reading<out T>(ref PayloadReader reader);

    // Things of which many are the same: each one once, then for each unit which.
    private static void WriteChoice<T>(PayloadWriter payload, T[] values, Action<T> write) where T : notnull
    {
        var indexes = new Dictionary<T, int>();
        ulong[] chosen = [.. values.Select(value => (ulong)(indexes.TryGetValue(value, out int index) ? index : indexes[value] = indexes.Count))];
        payload.Varint(indexes.Count);
        foreach (T value in indexes.OrderBy(pair => pair.Value).Select(pair => pair.Key)) write(value);
        NumberColumn.Write(payload, chosen);
    }

    private static T[] ReadChoice<T>(ref PayloadReader payload, int count, Reading<T> read)
    {
        var values = new T[payload.Count()];
        for (int i = 0; i < values.Length; i++) values[i] = read(ref payload);
        ulong[] chosen = NumberColumn.Read(ref payload, count);
        foreach (ulong index in chosen)
            if (index >= (ulong)values.Length) payload.Fail($"indexes below {values.Length} (found {index}) before this");
        return [.. chosen.Select(index => values[index])];
    }
}
