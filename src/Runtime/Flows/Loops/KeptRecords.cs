using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Loops;

/// <summary>What stands for the records of earlier passes, and of other loops, that an item may be made of: a root that says that lineage ends here.</summary>
// Design: one root for all items that a thread adds at a site one after the other, so that an item costs one derived span.
internal static class KeptRecords
{
    [ThreadStatic]
    private static (int Site, ulong Root) _last;

    /// <summary>What an item follows from that is made of a record and of others.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps loops over untraced records short
    internal static LoopRecord With(LoopRecord record, int site)
    {
        if (_last.Site != site || _last.Root == 0) _last = (site, Recorder.RootRange(Sources.Kept(site), 0, 1));
        var others = new LoopRecord(_last.Root, 0);
        return record.Span == 0 ? others : LoopRecord.Derive(others, record, site);
    }
}
