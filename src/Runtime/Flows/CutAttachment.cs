namespace Weft.Flows;

/// <summary>Says that a sequence came out of code that Weft does not understand.</summary>
internal sealed class CutAttachment(int site) : ColumnAttachment(new RangeColumn(0, 0, 0))
{
    /// <summary>The handle of the site where the lineage was cut.</summary>
    internal int Site { get; } = site;

    internal override bool IsUnchanged(object collection) => true;
}
