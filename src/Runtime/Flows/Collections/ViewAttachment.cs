namespace Weft.Flows.Collections;

/// <summary>A view of a collection: what is known of the collection, as it is when it is asked for, is known of the view.</summary>
/// <param name="viewed">The collection; the view refers to it as well.</param>
internal sealed class ViewAttachment(object viewed) : Attachment
{
    /// <summary>What is known of the view now; null when nobody traced the collection.</summary>
    internal Attachment? Current => Origin.Find(viewed) is { } known ? known is CutAttachment ? known : this : null;

    internal override SpanColumn Column => Origin.Find(viewed)?.Column ?? new RangeColumn(0, 0, 0);

    internal override bool IsUnchanged(object collection) => Origin.Find(viewed) is { } known && known.IsUnchanged(viewed);

    internal override bool IsStillUnchanged(object collection) => Origin.Find(viewed) is { } known && known.IsStillUnchanged(viewed);

    internal override bool MayHoldOthers(object collection) => Origin.Find(viewed) is not { } known || known.MayHoldOthers(viewed);
}
