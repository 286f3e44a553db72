using System.Collections.Immutable;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.ToArray(immutableArray)</c>: the record itself, by index.</summary>
    public static T[] ToArray<TLineage, T>(ImmutableArray<T> immutableArray, int site) where TLineage : struct, ILineage
    {
        T[] array = immutableArray.ToArray();
        if (!TLineage.IsRecording) return array;
        SpanColumn column = Operators.Materialise.Entered(immutableArray, array.Length, typeof(T), site);
        ArrayAttachment<T>.Attach(array, column);
        return Operators.Materialise.Keep(array, column, site);
    }
}
