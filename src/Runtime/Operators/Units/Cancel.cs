using Weft.Events;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>CancellationTokenSource.Cancel</c>: what was registered goes on from here.</summary>
    public static void Cancel<TLineage>(CancellationTokenSource source, int site) where TLineage : struct, ILineage
    {
        using Cancelling cancelling = Cancelling.Begin<TLineage>(source, site);
        source.Cancel();
    }

    /// <summary>The woven form of <c>CancellationTokenSource.Cancel</c>: what was registered goes on from here.</summary>
    public static void Cancel<TLineage>(CancellationTokenSource source, bool throwOnFirstException, int site) where TLineage : struct, ILineage
    {
        using Cancelling cancelling = Cancelling.Begin<TLineage>(source, site);
        source.Cancel(throwOnFirstException);
    }
}
