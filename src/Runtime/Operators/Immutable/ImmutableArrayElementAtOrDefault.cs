using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.ElementAtOrDefault(immutableArray, index)</c>: as an output it is the record chosen.</summary>
    public static T? ElementAtOrDefault<TLineage, T>(ImmutableArray<T> immutableArray, int index, int site) where TLineage : struct, ILineage
    {
        T? result = immutableArray.ElementAtOrDefault(index);
        if (TLineage.IsRecording && Operators.Materialise.IsOutput(site)) Operators.ImmutableChoice.Keep(immutableArray, index, site);
        return result;
    }
}
