using Weft.Capture;
using Weft.Sites;

namespace Weft.Tests.Capture;

/// <summary>Site tables for tests, registered as a woven module registers its own.</summary>
internal static class TestSites
{
    /// <summary>Registers one module; returns its rows' handles.</summary>
    internal static int[] Register(params SiteRow[] rows)
    {
        int first = SiteRegistry.Register(Table(rows).ToBytes(), "1.2.3");
        return [.. Enumerable.Range(0, rows.Length).Select(i => first + (i << 1 | (rows[i].OutputName is null ? 0 : 1)))];
    }

    internal static SiteTable Table(params SiteRow[] rows)
    {
        var table = new SiteTable { Module = "Flights.dll", Mvid = new Guid("00112233-4455-6677-8899-aabbccddeeff") };
        table.Rows.AddRange(rows);
        return table;
    }

    internal static SiteRow Row(string name, int line, string? output = null, string? source = null) =>
        new() { Operator = name, Method = "Program.Main", File = "/src/Flights/Program.cs", Line = line, Column = 9, OutputName = output, SourceName = source };
}
