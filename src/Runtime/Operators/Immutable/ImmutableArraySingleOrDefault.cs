using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.SingleOrDefault(immutableArray)</c>: as an output it is the record chosen.</summary>
    public static T? SingleOrDefault<TLineage, T>(ImmutableArray<T> immutableArray, int site) where TLineage : struct, ILineage
    {
        T? result = immutableArray.SingleOrDefault();
        if (TLineage.IsRecording && Operators.Materialise.IsOutput(site)) Operators.ImmutableChoice.Keep(immutableArray, 0, site);
        return result;
    }

    /// <summary>The woven form of <c>ImmutableArrayExtensions.SingleOrDefault(immutableArray, predicate)</c>: as an output it is the record chosen.</summary>
    public static T? SingleOrDefault<TLineage, T>(ImmutableArray<T> immutableArray, Func<T, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || !Operators.Materialise.IsOutput(site) || predicate is null) return immutableArray.SingleOrDefault(predicate!);
        var match = new Operators.ImmutableChoice.Match<T>(predicate);
        T? result = immutableArray.SingleOrDefault(match.Predicate);
        Operators.ImmutableChoice.Keep(immutableArray, match.Call, site);
        return result;
    }
}
