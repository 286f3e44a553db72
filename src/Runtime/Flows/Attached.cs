namespace Weft.Flows;

/// <summary>What the table of attachments keeps of one collection: an attachment, or a small one's fields.</summary>
// Design: most collections are small, and die before the next garbage collection. An object that the table refers to does not: the collector, which first sees that the collection is
// dead, would copy the attachment and its column once or twice. So of these nothing is kept that it would have to look at: fields beside a weak handle.
internal readonly struct Attached
{
    private readonly object? _what; // an attachment, or how one is made of the other fields
    private readonly ulong _first;
    private readonly ulong _records; // a bit for each, or how many
    private readonly ulong _check;
    private readonly int _step;
    private readonly bool _isRange;

    internal Attached(Attachment attachment) => _what = attachment;

    private Attached(Packing packing, ulong check, ulong first, ulong records, bool isRange, int step) =>
        (_what, _check, _first, _records, _isRange, _step) = (packing, check, first, records, isRange, step);

    /// <summary>The attachment; null when there is none.</summary>
    internal Attachment? Attachment => _what is Packing packing
        ? packing.Unpack(_isRange ? new RangeColumn(_first, (int)_records, _step) : new WordColumn(_first, _records, _step), _check)
        : (Attachment?)_what;

    /// <summary>Packs an attachment, where its column is small.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="packing">How it is made of what is packed.</param>
    /// <param name="check">What tells whether the collection was changed.</param>
    /// <param name="packed">What the table is to keep.</param>
    internal static bool TryPack(SpanColumn column, Packing packing, ulong check, out Attached packed)
    {
        packed = column switch
        {
            RangeColumn range => new Attached(packing, check, range.First, (ulong)range.Count, isRange: true, range.Step),
            WordColumn word => new Attached(packing, check, word.First, word.Word, isRange: false, word.Step),
            _ => default,
        };
        return packed._what is not null;
    }

    /// <summary>How an attachment of one kind is made of its column, and of what tells whether the collection was changed. One object for all of the kind.</summary>
    internal abstract class Packing
    {
        /// <summary>Makes the attachment.</summary>
        internal abstract Attachment Unpack(SpanColumn column, ulong check);
    }
}
