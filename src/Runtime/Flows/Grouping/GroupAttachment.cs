namespace Weft.Flows.Grouping;

/// <summary>The column of one group, which never changes.</summary>
internal sealed class GroupAttachment(SpanColumn column) : Attachment(column)
{
    internal override bool IsUnchanged(object collection) => true;
}
