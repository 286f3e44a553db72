using System.Collections;
using System.Runtime.CompilerServices;

namespace Weft.Flows.Loops;

/// <summary>The collections that were filled where nobody follows it: their lineage ends there.</summary>
// Design: a loop that fills one tells of it once a record. So the last one that a thread told of is known; it is held weakly.
internal static class FilledCollections
{
    [ThreadStatic]
    private static WeakReference<object>? _last;

    [MethodImpl(MethodImplOptions.NoInlining)] // keeps loops over untraced records short
    internal static void Tell(object? collection, int site)
    {
        if (collection is null || (_last is { } known && known.TryGetTarget(out object? last) && ReferenceEquals(last, collection))) return;
        Mark(collection, site);
        if (_last is { } weak) weak.SetTarget(collection);
        else _last = new WeakReference<object>(collection);
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
