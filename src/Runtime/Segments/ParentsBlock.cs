using Weft.Capture;

namespace Weft.Segments;

/// <summary>Children that follow from spans of a column.</summary>
/// <param name="Kind"><see cref="RowKind.FanInColumn"/>: one child that follows from all; <see cref="RowKind.Coarse"/>: children that each may follow from any.</param>
/// <param name="Step">The deriving step.</param>
/// <param name="FirstChild">The first child.</param>
/// <param name="ChildCount">The number of children, consecutive.</param>
internal readonly record struct ParentsBlock(RowKind Kind, int Step, ulong FirstChild, int ChildCount)
{
    internal static void Write(PayloadWriter payload, PostedParents parents)
    {
        payload.Byte((byte)parents.Kind);
        payload.Varint(parents.Step);
        payload.Varint(parents.FirstChild);
        payload.Varint(parents.ChildCount);
        if (parents.Start == 0 && parents.Count == parents.Column.Count) SpanColumnCodec.Write(payload, parents.Column);
        else SpanColumnCodec.Write(payload, parents.Column, parents.Start, parents.Count);
    }

    /// <summary>Reads all but the column, at which the reader stands afterwards.</summary>
    internal static ParentsBlock Read(ref PayloadReader payload)
    {
        var kind = (RowKind)payload.Byte();
        if (kind is not (RowKind.FanInColumn or RowKind.Coarse)) payload.Fail($"parents of kind {(byte)RowKind.Coarse} or {(byte)RowKind.FanInColumn} (found {(byte)kind}) before this");
        return new ParentsBlock(kind, payload.Int32(), payload.Varint(), payload.Int32());
    }
}
