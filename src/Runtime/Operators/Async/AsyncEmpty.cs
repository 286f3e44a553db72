namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>AsyncEnumerable.Empty</c>: there is nothing to trace.</summary>
    public static IAsyncEnumerable<TResult> AsyncEmpty<TLineage, TResult>(int site)
        where TLineage : struct, ILineage
        => AsyncEnumerable.Empty<TResult>();
}
