using Weft.Capture;
using Weft.Flows;

namespace Weft.Queues;

/// <summary>The span of the item that this thread is just adding to a <see cref="LineageStore{T}"/>, and of the one that it has just taken.</summary>
internal static class StoredSpan
{
    [ThreadStatic]
    private static ulong _in;

    [ThreadStatic]
    private static (bool IsTaken, ulong Span) _out;

    /// <summary>Says which span the item has that this thread adds next; 0 is none.</summary>
    internal static Told Tell(ulong span)
    {
        _in = span;
        return new Told(true);
    }

    /// <summary>The span of the item that is added; the next one has none.</summary>
    internal static ulong TakeIn()
    {
        ulong span = _in;
        _in = 0;
        return span;
    }

    /// <summary>Says that an item was taken.</summary>
    internal static void GiveOut(ulong span) => _out = (true, span);

    /// <summary>Forgets what was taken before.</summary>
    internal static void Forget() => _out = default;

    /// <summary>The record that was taken since <see cref="Forget"/>: a root that says so where what added it was not followed; none where none was taken.</summary>
    internal static LoopRecord TakeOut(LoopRecord before, int site)
    {
        (bool isTaken, ulong span) = _out;
        _out = default;
        if (!isTaken) return LoopRecord.Nothing(before);
        return new LoopRecord(span != 0 ? span : Origin.Newcomer(site), Steps.Intern(site));
    }

    /// <summary>A call that may add an item, or fail to: when it is over, nothing is told any more.</summary>
    internal readonly struct Told(bool isTold) : IDisposable
    {
        public void Dispose()
        {
            if (isTold) _in = 0;
        }
    }
}
