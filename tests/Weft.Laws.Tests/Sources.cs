using System.Collections;

namespace Weft.Laws.Tests;

/// <summary>A sequence to apply the laws to.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Create">Makes one that logs how it is read.</param>
/// <param name="IsForeign">Whether it is an iterator of LINQ's out of unwoven code. Then only answers are compared: LINQ fuses it with the operators behind it.</param>
/// <param name="TellsReads">Whether the log tells which records were looked at.</param>
public sealed record Source(string Name, Func<List<string>, IEnumerable<int>> Create, bool IsForeign = false, bool TellsReads = false)
{
    private static readonly int[] _values = [3, 1, 4, 1, 5, 9, 2, 6];

    public static IReadOnlyList<Source> All { get; } =
    [
        new("array", _ => (int[])_values.Clone()),
        new("list", _ => new List<int>(_values)),
        new("iterator", log => Iterate(log, _values)),
        new("logging collection", log => new LoggingCollection(log, _values)),
        new("logging list", log => new LoggingList(log, _values), TellsReads: true),
        new("logging list to be read only", log => new LoggingReadOnlyList(log, _values)),
        new("logging collection without a type", log => new LoggingUntypedCollection(log, _values)),
        new("range", _ => Enumerable.Range(1, 6)),
        new("LINQ's own iterator", _ => _values.Where(x => x > 1), IsForeign: true),
        new("set", _ => new SortedSet<int>(_values)),
        new("one", _ => new[] { 4 }),
        new("one by an iterator", log => Iterate(log, [4])),
        new("empty array", _ => Array.Empty<int>()),
        new("empty list", _ => new List<int>()),
        new("empty iterator", log => Iterate(log, [])),
        new("throws at the third", log => Iterate(log, [3, 1], thenThrow: true)),
        new("throws at once", log => Iterate(log, [], thenThrow: true)),
        new("logs each look at a record", log => new LoggingSequence(log, _values) { LogsCurrent = true }, TellsReads: true),
        new("throws for the first enumerator", log => new LoggingSequence(log, _values) { RefusesFirst = true }),
        new("endless", Endless),
    ];

    private static IEnumerable<int> Iterate(List<string> log, int[] values, bool thenThrow = false) => new LoggingSequence(log, values, thenThrow);

    // Who reads on for so long would read on for ever.
    private static IEnumerable<int> Endless(List<string> log) => new LoggingSequence(log, [.. Enumerable.Range(0, 40).Select(x => x * 7 % 11)], thenThrow: true);
}

/// <summary>A sequence that logs how its enumerators are used.</summary>
internal class LoggingSequence(List<string> log, int[] values, bool thenThrow = false) : IEnumerable<int>
{
    protected List<string> Log { get; } = log;

    protected int[] Values { get; } = values;

    /// <summary>Whether the first call for an enumerator throws.</summary>
    public bool RefusesFirst { get; set; }

    /// <summary>Whether each call of <c>Current</c> is logged.</summary>
    public bool LogsCurrent { get; init; }

    public IEnumerator<int> GetEnumerator()
    {
        Log.Add("GetEnumerator");
        if (RefusesFirst)
        {
            RefusesFirst = false;
            throw new InvalidTimeZoneException("No enumerator yet.");
        }
        return new Enumerator(Log, Values, thenThrow, LogsCurrent);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Enumerator(List<string> log, int[] values, bool thenThrow, bool logsCurrent) : IEnumerator<int>
    {
        private int _index = -1;

        public int Current
        {
            get
            {
                if (logsCurrent) log.Add($"Current {_index}");
                return values[_index];
            }
        }

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            log.Add("MoveNext");
            if (++_index < values.Length) return true;
            return thenThrow ? throw new InvalidTimeZoneException("The sequence broke off.") : false;
        }

        public void Dispose() => log.Add("Dispose");

        public void Reset() => throw new NotSupportedException();
    }
}

/// <summary>The same with a count: logs each call of a member.</summary>
internal class LoggingCollection(List<string> log, int[] values) : LoggingSequence(log, values), ICollection<int>
{
    public int Count
    {
        get
        {
            Log.Add("Count");
            return Values.Length;
        }
    }

    public bool IsReadOnly
    {
        get
        {
            Log.Add("IsReadOnly");
            return true;
        }
    }

    public bool Contains(int item)
    {
        Log.Add($"Contains {item}");
        return Values.Contains(item);
    }

    public void CopyTo(int[] array, int arrayIndex)
    {
        Log.Add($"CopyTo {arrayIndex}");
        Values.CopyTo(array, arrayIndex);
    }

    public void Add(int item) => throw new NotSupportedException();

    public void Clear() => throw new NotSupportedException();

    public bool Remove(int item) => throw new NotSupportedException();
}

/// <summary>The same with an index.</summary>
internal sealed class LoggingList(List<string> log, int[] values) : LoggingCollection(log, values), IList<int>, IReadOnlyList<int>
{
    public int this[int index]
    {
        get
        {
            Log.Add($"[{index}]");
            return Values[index];
        }
        set => throw new NotSupportedException();
    }

    public int IndexOf(int item)
    {
        Log.Add($"IndexOf {item}");
        return Array.IndexOf(Values, item);
    }

    public void Insert(int index, int item) => throw new NotSupportedException();

    public void RemoveAt(int index) => throw new NotSupportedException();
}

/// <summary>A sequence with a count and an index that can only be read.</summary>
internal sealed class LoggingReadOnlyList(List<string> log, int[] values) : LoggingSequence(log, values), IReadOnlyList<int>
{
    public int Count
    {
        get
        {
            Log.Add("Count");
            return Values.Length;
        }
    }

    public int this[int index]
    {
        get
        {
            Log.Add($"[{index}]");
            return Values[index];
        }
    }
}

/// <summary>A sequence with a count, and a collection without a type.</summary>
internal sealed class LoggingUntypedCollection(List<string> log, int[] values) : LoggingSequence(log, values), ICollection
{
    public int Count
    {
        get
        {
            Log.Add("Count");
            return Values.Length;
        }
    }

    public bool IsSynchronized
    {
        get
        {
            Log.Add("IsSynchronized");
            return false;
        }
    }

    public object SyncRoot
    {
        get
        {
            Log.Add("SyncRoot");
            return this;
        }
    }

    public void CopyTo(Array array, int index)
    {
        Log.Add($"CopyTo {index}");
        Values.CopyTo(array, index);
    }
}
