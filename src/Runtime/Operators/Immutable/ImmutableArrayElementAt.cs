using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.ElementAt(immutableArray, index)</c>: as an output it is the record chosen.</summary>
    public static T ElementAt<TLineage, T>(ImmutableArray<T> immutableArray, int index, int site) where TLineage : struct, ILineage
    {
        T result = immutableArray.ElementAt(index);
        if (TLineage.IsRecording && Operators.Materialise.IsOutput(site)) Operators.ImmutableChoice.Keep(immutableArray, index, site);
        return result;
    }
}
