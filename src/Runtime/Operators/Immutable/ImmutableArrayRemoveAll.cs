using System.Collections.Immutable;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>ImmutableArray&lt;T&gt;.RemoveAll(match)</c>: records keep their spans.</summary>
    public static ImmutableArray<T> RemoveAll<TLineage, T>(in ImmutableArray<T> array, Predicate<T> match, int site) where TLineage : struct, ILineage
    {
        return TLineage.IsRecording && match is not null && Operators.ImmutableEdits.IsTraced(array) ? Operators.ImmutableEdits.RemoveAll(array, match, site) : array.RemoveAll(match!);
    }
}
