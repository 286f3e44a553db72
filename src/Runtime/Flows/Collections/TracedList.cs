using Weft.Flows.Loops;

namespace Weft.Flows.Collections;

/// <summary>A list with a column that still is its own, for operators that change the list and can tell how.</summary>
internal readonly struct TracedList<T>
{
    private readonly List<T> _list;
    private readonly Attachment _attachment;

    private TracedList(List<T> list, Attachment attachment)
    {
        _list = list;
        _attachment = attachment;
        Column = attachment.Column;
    }

    /// <summary>The spans of the list's records as it is before the change.</summary>
    internal SpanColumn Column { get; }

    /// <summary>False for a list that nobody traced, whose lineage was cut, or that was changed in a way nobody followed: then there is nothing to carry on.</summary>
    internal static bool TryFind(List<T> list, out TracedList<T> traced)
    {
        traced = default;
        if (Attachments.Find(list) is not { } attachment || attachment is CutAttachment || !attachment.IsUnchanged(list)) return false;
        traced = new TracedList<T>(list, attachment);
        return true;
    }

    /// <summary>Says that the list, as it is now, has this column.</summary>
    internal void Becomes(SpanColumn column)
    {
        (_attachment as GrowingListAttachment<T>)?.Retire();
        // Memory that was given away may still be the list's.
        Attachments.Set(_list, _attachment is HandedOutListAttachment<T> handedOut ? new HandedOutListAttachment<T>(_list, column, handedOut.IsGrowing) : new ListAttachment<T>(_list, column));
    }
}
