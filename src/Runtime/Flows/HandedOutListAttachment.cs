using Weft.Flows.Loops;

namespace Weft.Flows;

/// <summary>
/// The column of a list whose memory the program holds as a span. Writes through it count no version, so that the items are compared with what they were.
/// </summary>
// Design: comparing costs a walk over the list, but a list that is only read through its span, or sorted before anybody traced it, stays exact. A span is
// void once its list was changed by the list's own methods, which the version tells: nothing has to be compared from then on.
internal sealed class HandedOutListAttachment<T>(List<T> list, SpanColumn column, bool isGrowing) : ColumnAttachment(column)
{
    /// <summary>Whether loops were adding to the list when its memory was given away: with a copy of the list for each such turn they would take the square of its length.</summary>
    internal bool IsGrowing { get; } = isGrowing;

    private readonly int _version = ListAttachment<T>.Version(list);
    private readonly ArrayAttachment<T> _items = new([.. list], column);

    internal override bool IsUnchanged(object collection)
        => collection is List<T> list && ListAttachment<T>.Version(list) == _version && list.Count == Column.Count && _items.IsUnchanged(list.ToArray());

    internal override bool IsStillUnchanged(object collection) => collection is List<T> list && ListAttachment<T>.Version(list) == _version && list.Count == Column.Count;

    internal override bool MayHoldOthers(object collection)
        => collection is not List<T> list || ListAttachment<T>.Version(list) != _version || _items.MayHoldOthers(list.ToArray());

    /// <summary>Says that the memory of a list is given to the program.</summary>
    internal static void HandOut(List<T> list)
    {
        if (Attachments.Find(list) is not { } known || known is CutAttachment or HandedOutListAttachment<T> || !known.IsUnchanged(list)) return;
        var growing = known as GrowingListAttachment<T>;
        Attachments.Set(list, new HandedOutListAttachment<T>(list, known.Column, growing is not null));
        growing?.Retire(); // else a loop would go on from a column that no longer is the list's
    }
}
