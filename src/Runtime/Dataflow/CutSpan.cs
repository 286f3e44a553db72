using Weft.Capture;

namespace Weft.Dataflow;

/// <summary>Stands for what messages follow from that code which is not woven sent to a block.</summary>
internal sealed class CutSpan(int site)
{
    private ulong _span;

    /// <summary>One root for all of them, made when first asked for.</summary>
    internal ulong Span => _span != 0 ? _span : _span = Recorder.RootRange(Sources.Cut(site, site), 0, 1);
}
