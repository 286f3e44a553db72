using Weft.Sites;

namespace Weft.Capture;

/// <summary>The site table of one woven module and its place in the process-wide numbering.</summary>
/// <param name="FirstNumber">The number of row 0.</param>
/// <param name="Version">The informational version of the module's assembly, or empty.</param>
/// <param name="Bytes">The table as the weaver embedded it.</param>
/// <param name="Table">The table.</param>
internal sealed record SiteModule(int FirstNumber, string Version, byte[] Bytes, SiteTable Table);

/// <summary>
/// The sites of all woven modules of the process. A site's <em>number</em> (from 1) is unique in the process; its <em>handle</em>, which woven
/// code passes, is the number times two, plus one when the site is an output.
/// </summary>
internal static class SiteRegistry
{
    private static readonly Lock _gate = new();
    private static SiteModule[] _modules = [];
    private static int _nextNumber = 1;

    /// <summary>The modules registered so far, by first number.</summary>
    internal static ReadOnlySpan<SiteModule> Modules => Volatile.Read(ref _modules);

    /// <summary>The number in a handle.</summary>
    internal static int NumberOf(int handle) => handle >> 1;

    /// <summary>Whether a handle says that the result at its site is recorded: as an output, or because something is made of it.</summary>
    internal static bool IsOutput(int handle) => (handle & 1) != 0;

    /// <summary>Whether the result at a site is an output, which has a name.</summary>
    internal static bool IsNamed(int handle) => IsOutput(handle) && Resolve(handle) is { Row.OutputName: not null };

    /// <summary>Gives a table's rows their numbers; returns the handle of row 0. Throws <see cref="InvalidDataException"/> for bytes that are no site table.</summary>
    internal static int Register(byte[] table, string version = "")
    {
        SiteTable read = SiteTable.Read(table);
        lock (_gate)
        {
            int first = _nextNumber;
            _nextNumber = checked(first + read.Rows.Count);
            Volatile.Write(ref _modules, [.. _modules, new SiteModule(first, version, table, read)]);
            return checked(first << 1);
        }
    }

    /// <summary>The row and module of a handle, or null for one that no module registered.</summary>
    internal static (SiteRow Row, string Module)? Resolve(int handle)
    {
        int number = NumberOf(handle);
        foreach (SiteModule module in Modules)
        {
            int row = number - module.FirstNumber;
            if (row >= 0 && row < module.Table.Rows.Count) return (module.Table.Rows[row], module.Table.Module);
        }
        return null;
    }
}
