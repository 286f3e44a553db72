using System.Collections;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Flows.Collections;

namespace Weft.Flows.Loops;

/// <summary>The collections that were filled where nobody follows it: their lineage ends there.</summary>
// Design: a loop that fills one tells of it once a record. So the last one that a thread told of is known; it is held weakly.
internal static class FilledCollections
{
    [ThreadStatic]
    private static WeakReference<object>? _last;

    // What stood for the records that were taken out last.
    [ThreadStatic]
    private static (int Site, int Cut, ulong Root) _lost;

    [MethodImpl(MethodImplOptions.NoInlining)] // keeps loops over untraced records short
    internal static void Tell(object? collection, int site)
    {
        if (collection is null) return;
        if (collection is ValueType)
        {
            // An immutable array is made anew with each change, and its lineage goes on without what was put in.
            if (ImmutableArrays.Unwrap(collection) is Array { Length: > 0 } array) Attachments.Set(array, new CutAttachment(site));
            return;
        }
        if (_last is { } known && known.TryGetTarget(out object? last) && ReferenceEquals(last, collection)) return;
        Mark(collection, site);
        if (_last is { } weak) weak.SetTarget(collection);
        else _last = new WeakReference<object>(collection);
    }

    /// <summary>What stands for a record of a collection: none where nobody traced it, else a root that says where lineage ends.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // off the path of what nobody traced
    internal static LoopRecord RecordOf(object collection, int site)
    {
        if (Origin.Find(collection) is not { } known) return default;
        int cut = known is CutAttachment before ? before.Site : site;
        if (_lost.Site != site || _lost.Cut != cut) _lost = (site, cut, Recorder.RootRange(Sources.Cut(site, cut), 0, 1));
        return new LoopRecord(_lost.Root, 0);
    }

    /// <summary>Marks a collection; of a dictionary, its keys and values as well, which are objects of their own.</summary>
    internal static void Mark(object collection, int site)
    {
        CutAttachment.Mark(collection, site);
        if (collection is not IDictionary dictionary || !IsDictionary(collection.GetType())) return;
        CutAttachment.Mark(dictionary.Keys, site);
        CutAttachment.Mark(dictionary.Values, site);
    }

    private static bool IsDictionary(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>)) return true;
        }
        return false;
    }
}
