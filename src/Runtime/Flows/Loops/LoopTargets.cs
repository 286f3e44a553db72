using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Loops;

/// <summary>The lists that loop bodies on this thread added to last: most additions go to the list of the one before.</summary>
// Design: one entry for each of a few sites, so that a body which adds to several lists finds each. Lists are held weakly; an attachment
// whose list is gone stays until the entry is taken by another.
internal sealed class LoopTargets
{
    private const int Entries = 4; // a power of two

    [ThreadStatic]
    private static LoopTargets? _current;

    private readonly WeakReference<object>?[] _lists = new WeakReference<object>?[Entries];
    private readonly Attachment?[] _attachments = new Attachment?[Entries];

    /// <summary>Adds an item to a list; the item follows from a record that carries a span, or is a root of the call where none was taken out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // keeps loops over untraced records short
    internal static void Add<T>(List<T> list, T item, LoopRecord record, int site)
    {
        if (record.Span == 0) record = new LoopRecord(Recorder.RootRange(Sources.Value(site), 0, 1), 0);
        GrowingListAttachment<T>? spans = Of(list, site);
        list.Add(item);
        spans?.Added(list, record, site);
    }

    /// <summary>The spans of a list as it is before something is added to it at a site; null when its lineage is cut.</summary>
    internal static GrowingListAttachment<T>? Of<T>(List<T> list, int site)
    {
        LoopTargets targets = _current ??= new LoopTargets();
        return targets.Find(list, site) is { } known && known.IsUnchanged(list) ? known : targets.Open(list, site);
    }

    private GrowingListAttachment<T>? Find<T>(List<T> list, int site)
    {
        int entry = EntryOf(site);
        return _lists[entry] is { } weak && weak.TryGetTarget(out object? last) && ReferenceEquals(last, list) ? _attachments[entry] as GrowingListAttachment<T> : null;
    }

    // The spans of a list as it is before an addition; null when its lineage is cut.
    private GrowingListAttachment<T>? Open<T>(List<T> list, int site)
    {
        Attachment? known = Attachments.Find(list);
        var spans = known as GrowingListAttachment<T>;
        if (spans is null || !spans.IsUnchanged(list))
        {
            int count = list.Count;
            if (count == 0 && spans is not null) spans.Restart();
            else if (count > 0 && !Continues(known, list, site)) return null;
            else Attachments.Set(list, spans = new GrowingListAttachment<T>(list, Origin.ColumnOrRoots(list, count, typeof(T), site)));
        }
        int entry = EntryOf(site);
        if (_lists[entry] is { } weak) weak.SetTarget(list);
        else _lists[entry] = new WeakReference<object>(list);
        _attachments[entry] = spans;
        return spans;
    }

    // A list that was changed in between may hold items of any origin, and a column made anew with every addition would cost the square of its
    // length: its lineage ends here, until it is empty again.
    private static bool Continues<T>(Attachment? known, List<T> list, int site)
    {
        if (known is null) return true;
        if (known is CutAttachment) return false;
        if (known is not HandedOutListAttachment<T> { IsGrowing: true } && known.IsUnchanged(list)) return true;
        Attachments.Set(list, new CutAttachment(site));
        return false;
    }

    private static int EntryOf(int site) => (site >> 1) & (Entries - 1);
}
