using Weft.Capture;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>What the materialising operators share.</summary>
internal static partial class Materialise
{
    /// <summary>The column of a collection made at <paramref name="site"/> of all <paramref name="count"/> records of a sequence that is no flow, in its order.</summary>
    internal static SpanColumn Entered(object source, int count, Type elementType, int site)
    {
        SpanColumn column = Origin.ColumnOrRoots(source, count, elementType, site);
        return column.WithStep(Steps.Intern(site, column.Step));
    }

    /// <summary>Records the collection as an output where the site is one.</summary>
    internal static T Keep<T>(T collection, SpanColumn column, int site)
    {
        if (IsOutput(site)) Recorder.Output(site, column);
        return collection;
    }

    /// <summary>Whether the weaver saw that the result of a site is kept.</summary>
    internal static bool IsOutput(int site) => (site & 1) != 0;
}
