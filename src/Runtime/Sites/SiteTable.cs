using System.Text;

namespace Weft.Sites;

/// <summary>
/// The sites of one module, in the order of their rows. The weaver embeds it as the resource <c>weft.sites</c>; the recorder
/// copies those bytes into the recording as they are. Layout (little-endian, strings as 7-bit-length-prefixed UTF-8):
/// <c>int32 magic 'WSIT'</c>, <c>byte version = 1</c>, <c>string module</c>, <c>16 bytes MVID</c>, <c>int32 string count</c>, the strings,
/// <c>int32 row count</c>, then per row seven <c>int32</c>: operator, method, file (string indexes), line, column, output name, source name (string index or -1).
/// </summary>
internal sealed class SiteTable
{
    public const string ResourceName = "weft.sites";
    private const int Magic = 0x54495357;
    private const byte Version = 1;
    private const int RowBytes = 7 * sizeof(int);

    public string Module = "";
    public Guid Mvid;
    public readonly List<SiteRow> Rows = new List<SiteRow>();

    public byte[] ToBytes()
    {
        var strings = new List<string>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        int IndexOf(string? text)
        {
            if (text is null) return -1;
            if (!indexes.TryGetValue(text, out int index))
            {
                indexes.Add(text, index = strings.Count);
                strings.Add(text);
            }
            return index;
        }

        var rows = new List<int>(Rows.Count * 7);
        foreach (SiteRow row in Rows)
        {
            rows.Add(IndexOf(row.Operator));
            rows.Add(IndexOf(row.Method));
            rows.Add(IndexOf(row.File));
            rows.Add(row.Line);
            rows.Add(row.Column);
            rows.Add(IndexOf(row.OutputName));
            rows.Add(IndexOf(row.SourceName));
        }

        using (var bytes = new MemoryStream())
        {
            using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            {
                writer.Write(Magic);
                writer.Write(Version);
                writer.Write(Module);
                writer.Write(Mvid.ToByteArray());
                writer.Write(strings.Count);
                foreach (string text in strings) writer.Write(text);
                writer.Write(Rows.Count);
                foreach (int value in rows) writer.Write(value);
            }
            return bytes.ToArray();
        }
    }

    /// <summary>Reads a table; throws <see cref="InvalidDataException"/> that says what was expected and at which offset.</summary>
    public static SiteTable Read(byte[] bytes)
    {
        using (var stream = new MemoryStream(bytes, writable: false))
        using (var reader = new BinaryReader(stream, Encoding.UTF8))
        {
            try
            {
                return Read(reader, stream);
            }
            catch (EndOfStreamException)
            {
                throw new InvalidDataException($"site table ends early: {bytes.Length} bytes");
            }
        }
    }

    private static SiteTable Read(BinaryReader reader, Stream stream)
    {
        int magic = reader.ReadInt32();
        if (magic != Magic) throw new InvalidDataException($"expected a site table ('WSIT') at offset 0, found 0x{magic:X8}");
        byte version = reader.ReadByte();
        if (version != Version) throw new InvalidDataException($"expected site table version {Version} at offset 4, found {version}");

        var table = new SiteTable { Module = reader.ReadString(), Mvid = new Guid(reader.ReadBytes(16)) };
        var strings = new string[CheckedCount(reader.ReadInt32(), 1, stream, "strings")];
        for (int i = 0; i < strings.Length; i++) strings[i] = reader.ReadString();

        string? Text(int index)
        {
            if (index == -1) return null;
            if ((uint)index >= (uint)strings.Length)
                throw new InvalidDataException($"expected a string index below {strings.Length} at offset {stream.Position - sizeof(int)}, found {index}");
            return strings[index];
        }

        int count = CheckedCount(reader.ReadInt32(), RowBytes, stream, "rows");
        for (int i = 0; i < count; i++)
        {
            table.Rows.Add(new SiteRow
            {
                Operator = Text(reader.ReadInt32()) ?? "",
                Method = Text(reader.ReadInt32()) ?? "",
                File = Text(reader.ReadInt32()) ?? "",
                Line = reader.ReadInt32(),
                Column = reader.ReadInt32(),
                OutputName = Text(reader.ReadInt32()),
                SourceName = Text(reader.ReadInt32()),
            });
        }
        return table;
    }

    // A damaged count must not become an allocation: each item has a least size, and the rest of the stream bounds their number.
    private static int CheckedCount(int count, int leastBytes, Stream stream, string what)
    {
        long most = (stream.Length - stream.Position) / leastBytes;
        if (count < 0 || count > most)
            throw new InvalidDataException($"expected at most {most} {what} at offset {stream.Position - sizeof(int)}, found {count}");
        return count;
    }
}
