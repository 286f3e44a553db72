using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>Thread.Join</c>: the thread waits, and goes on from the end of the other one.</summary>
    public static void JoinThread<TLineage>(Thread thread, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(thread, site) : default;
        try
        {
            thread.Join();
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(!thread.IsAlive);
        }
    }

    /// <summary>The woven form of <c>Thread.Join</c>: the thread waits, and goes on from the end of the other one.</summary>
    public static bool JoinThread<TLineage>(Thread thread, int millisecondsTimeout, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(thread, site) : default;
        try
        {
            return thread.Join(millisecondsTimeout);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(!thread.IsAlive);
        }
    }

    /// <summary>The woven form of <c>Thread.Join</c>: the thread waits, and goes on from the end of the other one.</summary>
    public static bool JoinThread<TLineage>(Thread thread, TimeSpan timeout, int site) where TLineage : struct, ILineage
    {
        Blocking blocking = TLineage.IsRecording ? Blocking.Begin(thread, site) : default;
        try
        {
            return thread.Join(timeout);
        }
        finally
        {
            if (TLineage.IsRecording) blocking.End(!thread.IsAlive);
        }
    }
}
