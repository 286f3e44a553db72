using Weft.Capture;

namespace Weft.Segments;

/// <summary>What stands before the columns of a section: rows of one kind and operation, ascending by span.</summary>
/// <param name="Kind">The kind of the rows.</param>
/// <param name="Operation">Their step or source.</param>
/// <param name="First">The first span of the first row.</param>
/// <param name="Extent">The end of the last row's spans minus <paramref name="First"/>; spans between rows belong to other sections.</param>
/// <param name="RowCount">The number of rows.</param>
/// <param name="Length">Bytes of the columns.</param>
internal readonly record struct SectionHead(RowKind Kind, int Operation, ulong First, ulong Extent, int RowCount, int Length)
{
    internal ulong End => First + Extent;

    internal void Write(PayloadWriter payload)
    {
        payload.Byte((byte)Kind);
        payload.Varint(Operation);
        payload.Varint(First);
        payload.Varint(Extent);
        payload.Varint(RowCount);
        payload.Varint(Length);
    }

    /// <summary>Reads a head; the columns stand behind it.</summary>
    internal static SectionHead Read(ref PayloadReader payload)
    {
        var kind = (RowKind)payload.Byte();
        if (RowLayout.ColumnsOf(kind) == 0) payload.Fail($"a section of kind 1 to 10 (found {(byte)kind}) before this");
        var head = new SectionHead(kind, payload.Int32(), payload.Varint(), payload.Varint(), payload.Int32(), payload.Count());
        if (head.RowCount == 0 || head.RowCount > RowSection.MostRows) payload.Fail($"1 to {RowSection.MostRows} rows (found {head.RowCount}) before this");
        if (head.End < head.First) payload.Fail("a section that ends behind its first span before this");
        return head;
    }
}
