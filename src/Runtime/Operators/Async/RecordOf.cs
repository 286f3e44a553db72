using System.Runtime.CompilerServices;
using Weft.Flows.Loops;

namespace Weft;

public static partial class Woven
{
    /// <summary>The record that a loop over an asynchronous sequence is at.</summary>
    /// <param name="records">The loop's enumerator.</param>
    /// <param name="source">What is known of the loop; null at its start.</param>
    /// <param name="site">The site that asks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord RecordOf<TLineage, T>(IAsyncEnumerator<T> records, ref LoopSource? source, int site) where TLineage : struct, ILineage
    {
        _ = site;
        if (!TLineage.IsRecording || source == LoopSource.Untraced) return default;
        return (source ??= LoopSource.OfAsync(records)).CurrentAsync(records);
    }

    /// <summary>The record that a loop over an asynchronous sequence is at that was given a token or a context (WithCancellation, ConfigureAwait).</summary>
    /// <param name="records">The loop's enumerator.</param>
    /// <param name="source">What is known of the loop; null at its start.</param>
    /// <param name="site">The site that asks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord RecordOf<TLineage, T>(ConfiguredCancelableAsyncEnumerable<T>.Enumerator records, ref LoopSource? source, int site)
        where TLineage : struct, ILineage
        => RecordOf<TLineage, T>(ConfiguredEnumerator<T>.Inner(ref records), ref source, site);
}
