using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArrayExtensions.First(immutableArray)</c>: as an output it is the record chosen.</summary>
    public static T First<TLineage, T>(ImmutableArray<T> immutableArray, int site) where TLineage : struct, ILineage
    {
        T result = immutableArray.First();
        if (TLineage.IsRecording && Operators.Materialise.IsOutput(site)) Operators.ImmutableChoice.Keep(immutableArray, 0, site);
        return result;
    }

    /// <summary>The woven form of <c>ImmutableArrayExtensions.First(immutableArray, predicate)</c>: as an output it is the record chosen.</summary>
    public static T First<TLineage, T>(ImmutableArray<T> immutableArray, Func<T, bool> predicate, int site) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording || !Operators.Materialise.IsOutput(site) || predicate is null) return immutableArray.First(predicate!);
        var match = new Operators.ImmutableChoice.Match<T>(predicate);
        T result = immutableArray.First(match.Predicate);
        Operators.ImmutableChoice.Keep(immutableArray, match.Call, site);
        return result;
    }
}
