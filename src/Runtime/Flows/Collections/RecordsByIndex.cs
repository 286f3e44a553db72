namespace Weft.Flows.Collections;

/// <summary>The spans of a collection's records for an operator of .NET's own, whose lambda is called with each record in turn.</summary>
/// <param name="collection">The collection, an array or list.</param>
/// <param name="count">The number of its records when the call starts.</param>
/// <param name="elementType">Their type.</param>
/// <param name="site">The call's site.</param>
internal struct RecordsByIndex(object collection, int count, Type elementType, int site)
{
    private SpanReader _spans = Origin.Open(collection, count, elementType, site);
    private int _next;

    /// <summary>The step by which the records came.</summary>
    internal readonly int Step => _spans.Step;

    /// <summary>The span of the next record; one that a lambda has added since is a root.</summary>
    internal ulong Next()
    {
        int index = _next++;
        return index < count ? _spans.At(index) : Origin.Newcomer(site);
    }
}
