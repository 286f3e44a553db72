namespace Weft.Queues;

/// <summary>The stamp of the item that this thread is just adding to a <see cref="LineageStore{T}"/>, and of the one that it has just taken.</summary>
internal static class StoredSpan
{
    [ThreadStatic]
    private static Stamp _in;

    [ThreadStatic]
    private static (bool IsTaken, Stamp Stamp) _out;

    /// <summary>Says which stamp the item has that this thread adds next.</summary>
    internal static Told Tell(Stamp stamp)
    {
        _in = stamp;
        return new Told(true);
    }

    /// <summary>The stamp of the item that is added; the next one has none.</summary>
    internal static Stamp TakeIn()
    {
        Stamp stamp = _in;
        _in = default;
        return stamp;
    }

    /// <summary>Says that an item was taken.</summary>
    internal static void GiveOut(Stamp stamp) => _out = (true, stamp);

    /// <summary>Forgets what was taken before.</summary>
    internal static void Forget() => _out = default;

    /// <summary>The record that was taken since <see cref="Forget"/>: a root that says so where what added it was not followed; none where none was taken.</summary>
    internal static LoopRecord TakeOut(LoopRecord before, int site)
    {
        (bool isTaken, Stamp stamp) = _out;
        _out = default;
        return isTaken ? stamp.TakenOutAt(site) : LoopRecord.Nothing(before);
    }

    /// <summary>A call that may add an item, or fail to: when it is over, nothing is told any more.</summary>
    internal readonly struct Told(bool isTold) : IDisposable
    {
        public void Dispose()
        {
            if (isTold) _in = default;
        }
    }
}
