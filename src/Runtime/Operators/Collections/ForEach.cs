using System.Collections.Immutable;
using Weft.Flows;
using Weft.Flows.Loops;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="List{T}.ForEach"/>, given a lambda that adds to lists: what it adds follows from the record that it is called with.</summary>
    /// <param name="list">The list.</param>
    /// <param name="action">The lambda.</param>
    /// <param name="outer">The record of the loops around the call.</param>
    /// <param name="site">The call's site.</param>
    public static void ForEach<TLineage, T>(List<T> list, Action<T> action, LoopRecord outer, int site) where TLineage : struct, ILineage
    {
        SpanColumn? records = TLineage.IsRecording && list is not null ? Origin.SettledColumn(list, site) : null;
        if (!TLineage.IsRecording || list is null || action is null || ActionRecords<T>.AreNone(records, outer)) list!.ForEach(action!);
        else new ActionRecords<T>(records, action, outer, site).Run(list, static (list, action) => list.ForEach(action));
    }

    /// <summary>The woven form of <see cref="Array.ForEach"/>, as that of a list.</summary>
    /// <param name="array">The array.</param>
    /// <param name="action">The lambda.</param>
    /// <param name="outer">The record of the loops around the call.</param>
    /// <param name="site">The call's site.</param>
    public static void ForEach<TLineage, T>(T[] array, Action<T> action, LoopRecord outer, int site) where TLineage : struct, ILineage
    {
        SpanColumn? records = TLineage.IsRecording && array is not null && Attachments.Find(array) is not null ? Origin.ColumnOrRoots(array, array.Length, typeof(T), site) : null;
        if (!TLineage.IsRecording || array is null || action is null || ActionRecords<T>.AreNone(records, outer)) Array.ForEach(array!, action!);
        else new ActionRecords<T>(records, action, outer, site).Run(array, static (array, action) => Array.ForEach(array, action));
    }

    /// <summary>The woven form of <see cref="ImmutableList{T}.ForEach"/>, as that of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="action">The lambda.</param>
    /// <param name="outer">The record of the loops around the call.</param>
    /// <param name="site">The call's site.</param>
    public static void ForEach<TLineage, T>(ImmutableList<T> list, Action<T> action, LoopRecord outer, int site) where TLineage : struct, ILineage
    {
        SpanColumn? records = TLineage.IsRecording && list is not null && Attachments.Find(list) is not null ? Origin.ColumnOrRoots(list, list.Count, typeof(T), site) : null;
        if (!TLineage.IsRecording || list is null || action is null || ActionRecords<T>.AreNone(records, outer)) list!.ForEach(action!);
        else new ActionRecords<T>(records, action, outer, site).Run(list, static (list, action) => list.ForEach(action));
    }

    /// <summary>The record of the loops around a call of <c>ForEach</c> where there are none.</summary>
    public static LoopRecord NoRecord<TLineage>() where TLineage : struct, ILineage => default;

    /// <summary>The record that <c>ForEach</c> calls a lambda with, and that of the loops around it, for what the lambda adds at the site.</summary>
    /// <param name="site">The site that asks.</param>
    public static LoopRecord RecordOfAction<TLineage>(int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording) return default;
        ref CurrentAction current = ref CurrentAction.OfThread;
        return Within<TLineage>(current.Record, current.Outer, site);
    }
}
