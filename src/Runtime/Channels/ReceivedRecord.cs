using System.Collections.Concurrent;

namespace Weft.Channels;

/// <summary>The record that the last read gave that this thread waited for, for the woven code that goes on behind it.</summary>
// Design: what waits asks for the result on the thread that goes on with it, and woven code asks for the record right behind. The number tells the record of its
// own read from one that code which is not woven has asked for.
internal static class ReceivedRecord
{
    private static readonly ConcurrentDictionary<int, Func<LoopRecord>> _ofTasks = new();
    private static int _lastNumber;

    [ThreadStatic]
    private static (int Number, LoopRecord Record) _last;

    /// <summary>The number of a read that waits; above 0.</summary>
    internal static int NextNumber()
    {
        int number;
        do
        {
            number = Interlocked.Increment(ref _lastNumber) & int.MaxValue;
        }
        while (number == 0);
        return number;
    }

    /// <summary>Says which record the read with a number gave.</summary>
    internal static void Tell(int number, LoopRecord record) => _last = (number, record);

    /// <summary>Says how to find the record that a task gives, which waits under a number, when the task has been awaited.</summary>
    // A task asks nobody when its result is asked for.
    internal static void Tell(int number, Func<LoopRecord> record) => _ofTasks[number] = record;

    /// <summary>The record that the read with a number gave, on this thread, last; none where it is another's.</summary>
    internal static LoopRecord Take(int number)
    {
        (int last, LoopRecord record) = _last;
        _last = default;
        if (_ofTasks.TryRemove(number, out Func<LoopRecord>? given)) return given();
        return last == number ? record : LoopRecord.Nothing(LoopRecord.Awaiting(number));
    }
}
