using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Thread.Join</c>: the thread waits, and goes on from the end of the other one.</summary>
    public static void JoinThread<TLineage>(Thread thread, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(thread, site);
        thread.Join();
    }

    /// <summary>The woven form of <c>Thread.Join</c>: the thread waits, and goes on from the end of the other one.</summary>
    public static bool JoinThread<TLineage>(Thread thread, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(thread, site);
        return thread.Join(millisecondsTimeout);
    }

    /// <summary>The woven form of <c>Thread.Join</c>: the thread waits, and goes on from the end of the other one.</summary>
    public static bool JoinThread<TLineage>(Thread thread, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        using Blocking blocking = Blocking.Begin<TLineage>(thread, site);
        return thread.Join(timeout);
    }
}
