using System.Reflection;

namespace Weft.Tool.Tests.Harness;

/// <summary>Where things of the repository are.</summary>
internal static class Repository
{
    internal static string Root => Metadata("RepositoryRoot");

    internal static string ToolAssembly => Path.Combine(Root, "src", "Tool", "bin", Metadata("Configuration"), "net10.0", "Weft.Tool.dll");

    internal static string SpecimenAssembly => Path.Combine(Root, "tests", "Weft.Tool.Specimen", "bin", Metadata("Configuration"), "net10.0", "Specimen.dll");

    internal static string OrdersAssembly => Path.Combine(Root, "samples", "Orders", "bin", Metadata("Configuration"), "net10.0", "Orders.dll");

    internal static string GoldenFolder => Path.Combine(Root, "tests", "Weft.Tool.Tests", "Golden");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
