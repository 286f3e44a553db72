using System.Collections.Immutable;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.FindAll(match)</c>: records keep their spans.</summary>
    public static ImmutableList<T> FindAll<TLineage, T>(ImmutableList<T> list, Predicate<T> match, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && list is not null ? Operators.ImmutableListEdits.Chosen(list, match, isKept: true, list.FindAll, site) : list!.FindAll(match);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.GetRange(index, count)</c>: records keep their spans.</summary>
    public static ImmutableList<T> GetRange<TLineage, T>(ImmutableList<T> list, int index, int count, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Of(list, list.GetRange(index, count), (column, step) => column.Part(index, count, step), site) : list.GetRange(index, count);

    /// <summary>The woven form of <c>ImmutableList&lt;T&gt;.ConvertAll(converter)</c>: records keep their spans.</summary>
    public static ImmutableList<TOutput> ConvertAll<TLineage, T, TOutput>(ImmutableList<T> list, Func<T, TOutput> converter, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? Operators.ImmutableListEdits.Of(list, list.ConvertAll(converter), static (column, step) => column.WithStep(step), site) : list.ConvertAll(converter);
}
