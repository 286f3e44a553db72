using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>CancellationTokenSource.Cancel</c>: what was registered goes on from here.</summary>
    public static void Cancel<TLineage>(CancellationTokenSource source, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null)
        {
            source!.Cancel();
            return;
        }
        Cancelling cancelling = Cancelling.Begin(site);
        try
        {
            source.Cancel();
        }
        finally
        {
            cancelling.End();
        }
    }

    /// <summary>The woven form of <c>CancellationTokenSource.Cancel</c>: what was registered goes on from here.</summary>
    public static void Cancel<TLineage>(CancellationTokenSource source, bool throwOnFirstException, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || source is null)
        {
            source!.Cancel(throwOnFirstException);
            return;
        }
        Cancelling cancelling = Cancelling.Begin(site);
        try
        {
            source.Cancel(throwOnFirstException);
        }
        finally
        {
            cancelling.End();
        }
    }
}
