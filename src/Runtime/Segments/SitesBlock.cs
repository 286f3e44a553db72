using Weft.Sites;

namespace Weft.Segments;

/// <summary>The site table of one woven module.</summary>
/// <param name="FirstNumber">The site number of row 0.</param>
/// <param name="Version">The informational version of the module's assembly.</param>
/// <param name="Table">The table, verbatim as the weaver embedded it.</param>
internal sealed record SitesBlock(int FirstNumber, string Version, byte[] Table)
{
    internal void Write(PayloadWriter payload)
    {
        payload.Varint(FirstNumber);
        payload.String(Version);
        payload.Bytes(Table);
    }

    internal static SitesBlock Read(ref PayloadReader payload) =>
        new(payload.Int32(), payload.String(), payload.Take(payload.Remaining).ToArray());

    /// <summary>The table's rows; throws <see cref="InvalidDataException"/> when the bytes are no site table.</summary>
    internal SiteTable Open() => SiteTable.Read(Table);
}
