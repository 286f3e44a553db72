using Weft.Capture;

namespace Weft.Segments;

/// <summary>Sources with consecutive ids.</summary>
internal static class SourcesBlock
{
    internal static void Write(PayloadWriter payload, IReadOnlyList<SourceRow> sources)
    {
        payload.Varint(sources[0].Id);
        payload.Varint(sources.Count);
        foreach (SourceRow source in sources)
        {
            payload.Byte((byte)source.Kind);
            payload.Varint(source.Site);
            payload.Varint(source.Kind == SourceKind.Untraced ? source.Argument : source.CutSite);
            payload.String(source.Type);
            payload.String(source.Description);
            payload.Varint(source.Length);
            payload.UInt64((ulong)source.Modified.Ticks);
        }
    }

    internal static List<SourceRow> Read(ref PayloadReader payload)
    {
        int id = payload.Int32();
        int count = payload.Count();
        var sources = new List<SourceRow>(count);
        for (; count > 0; count--, id++)
        {
            var kind = (SourceKind)payload.Byte();
            int site = payload.Int32();
            int detail = payload.Int32();
            bool isUntraced = kind == SourceKind.Untraced;
            sources.Add(new SourceRow(
                id, kind, site, isUntraced ? 0 : detail, isUntraced ? detail : 0, payload.String(), payload.String(), payload.Int64(), Time.Read(ref payload)));
        }
        return sources;
    }
}
