namespace Weft.Flows.Grouping;

/// <summary>The column of one group, which never changes.</summary>
internal sealed class GroupAttachment(SpanColumn column) : ColumnAttachment(column)
{
    internal override bool IsUnchanged(object collection) => true;
}
