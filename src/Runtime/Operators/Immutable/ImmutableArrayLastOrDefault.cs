using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.LastOrDefault(immutableArray)</c>: as an output it is the record chosen.</summary>
    public static T? LastOrDefault<TLineage, T>(ImmutableArray<T> immutableArray, int site) where TLineage : struct, ILineage
    {
        T? result = immutableArray.LastOrDefault();
        if (TLineage.IsRecording && Operators.Materialise.IsOutput(site)) Operators.ImmutableChoice.Keep(immutableArray, immutableArray.Length - 1, site);
        return result;
    }

    /// <summary>The woven form of <c>ImmutableArrayExtensions.LastOrDefault(immutableArray, predicate)</c>: as an output it is the record chosen.</summary>
    public static T? LastOrDefault<TLineage, T>(ImmutableArray<T> immutableArray, Func<T, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || !Operators.Materialise.IsOutput(site) || predicate is null) return immutableArray.LastOrDefault(predicate!);
        var match = new Operators.ImmutableChoice.Match<T>(predicate);
        T? result = immutableArray.LastOrDefault(match.Predicate);
        Operators.ImmutableChoice.Keep(immutableArray, match.FromEnd(immutableArray.Length), site);
        return result;
    }
}
