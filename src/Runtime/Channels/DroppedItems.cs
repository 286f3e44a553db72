using System.Threading.Channels;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Channels;

/// <summary>The items that a full channel has dropped: an output of their own for each site that wrote when one was dropped.</summary>
// Design: what is dropped is dropped on the thread that writes, before its call returns: the site stands in a field of the thread. Outputs of one record each would be dear where a channel drops all the time: they are
// gathered, the more the longer the channel drops, and what is left is told when the recording is asked or closed.
internal sealed class DroppedItems(BoundedChannelFullMode mode, int channel)
{
    private const int MostGathered = 1024;

    private static readonly Lock _all = new();
    private static readonly HashSet<DroppedItems> _open = []; // those that have gathered something

    [ThreadStatic]
    private static int _writingSite;

    private readonly Dictionary<int, List<ulong>> _spans = []; // by site
    private int _gather = 1;

    /// <summary>The calling thread writes to a channel at a site; gives the one before.</summary>
    internal static int Writing(int site)
    {
        int before = _writingSite;
        _writingSite = site;
        return before;
    }

    /// <summary>An item was dropped.</summary>
    internal void Add(ulong span)
    {
        if (span == 0) return; // code that is not woven has written it
        int site = _writingSite != 0 ? _writingSite : channel;
        lock (_all)
        {
            if (!_spans.TryGetValue(site, out List<ulong>? spans)) _spans.Add(site, spans = []);
            spans.Add(span);
            _open.Add(this);
            if (spans.Count < _gather) return;
            _gather = Math.Min(MostGathered, _gather * 2);
            Tell();
        }
    }

    /// <summary>Tells of all that was dropped so far.</summary>
    internal static void TellAll()
    {
        lock (_all)
        {
            foreach (DroppedItems items in _open.ToArray()) items.Tell();
        }
    }

    private void Tell()
    {
        foreach ((int site, List<ulong> spans) in _spans)
        {
            ColumnBuilder column = ColumnBuilder.Rent();
            foreach (ulong span in spans) column.Add(span);
            Recorder.Output($"dropped by {mode}", site, column.Finish(0));
        }
        _spans.Clear();
        _open.Remove(this);
    }
}
