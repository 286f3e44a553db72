using Weft.Capture;
using Weft.Flows;

namespace Weft.Segments;

/// <summary>An output, without its column.</summary>
/// <param name="Name">The name given in code; null when the site row names it.</param>
/// <param name="Site">The site's number; 0 is none.</param>
/// <param name="Occurrence">0-based: how many outputs of the same name and site came before.</param>
/// <param name="Step">The step by which the records came.</param>
/// <param name="Count">The number of records.</param>
internal sealed record OutputBlock(string? Name, int Site, long Occurrence, int Step, int Count)
{
    internal static void Write(PayloadWriter payload, PostedOutput output)
    {
        WriteName(payload, output.Name);
        payload.Varint(output.Site);
        payload.Varint(output.Occurrence);
        payload.Varint(output.Column.Step);
        SpanColumnCodec.Write(payload, output.Column);
    }

    /// <summary>Reads all but the column, at which the reader stands afterwards.</summary>
    internal static OutputBlock Read(ref PayloadReader payload)
    {
        string? name = ReadName(ref payload);
        int site = payload.Int32();
        long occurrence = payload.Int64();
        int step = payload.Int32();
        PayloadReader column = payload;
        return new OutputBlock(name, site, occurrence, step, SpanColumnCodec.ReadCount(ref column));
    }

    /// <summary>The column behind the rest.</summary>
    internal static SpanColumn ReadColumn(ref PayloadReader payload)
    {
        int step = Read(ref payload).Step;
        return SpanColumnCodec.Read(ref payload, step);
    }

    internal static void WriteName(PayloadWriter payload, string? name)
    {
        payload.Byte((byte)(name is null ? 0 : 1));
        if (name is not null) payload.String(name);
    }

    internal static string? ReadName(ref PayloadReader payload)
    {
        byte named = payload.Byte();
        if (named > 1) payload.Fail($"0 or 1 (found {named}) before this");
        return named == 0 ? null : payload.String();
    }
}
