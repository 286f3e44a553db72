using Weft.Capture;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="List{T}.RemoveRange"/>: the records that stay keep their spans.</summary>
    public static void RemoveRange<TLineage, T>(List<T> list, int index, int count, int site) where TLineage : struct, ILineage
    {
        TracedList<T> traced = default;
        bool isTraced = TLineage.IsRecording && list is not null && TracedList<T>.TryFind(list, out traced);
        list!.RemoveRange(index, count);
        if (isTraced && count > 0) traced.Becomes(traced.Column.Without(index, count, Steps.Intern(site, traced.Column.Step)));
    }

    /// <summary>The woven form of <see cref="List{T}.Remove"/>: the records that stay keep their spans.</summary>
    public static bool Remove<TLineage, T>(List<T> list, T item, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || list is null) return list!.Remove(item);
        // As .NET does it: the search is as long as what comes of it.
        int index = list.IndexOf(item);
        if (index < 0) return false;
        bool isTraced = TracedList<T>.TryFind(list, out TracedList<T> traced);
        list.RemoveAt(index);
        if (isTraced) traced.Becomes(traced.Column.Without(index, 1, Steps.Intern(site, traced.Column.Step)));
        return true;
    }
}
