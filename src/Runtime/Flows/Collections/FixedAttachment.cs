namespace Weft.Flows.Collections;

/// <summary>The column of a collection that nobody can change.</summary>
internal sealed class FixedAttachment(SpanColumn column) : ColumnAttachment(column)
{
    internal override bool IsUnchanged(object collection) => true;
}
