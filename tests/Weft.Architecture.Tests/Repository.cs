using System.Reflection;

namespace Weft.Architecture.Tests;

/// <summary>Where the repository's files and build results are.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The base libraries that a project of this solution is compiled against.</summary>
    internal static IReadOnlyList<string> BaseLibraries { get; } = Directory.GetFiles(Metadata("ReferencePack"), "*.dll");

    internal static string Assembly(string folder, string name, string framework = "net10.0")
        => Path.Combine(Root, "src", folder, "bin", Metadata("Configuration"), framework, name + ".dll");

    private static string Metadata(string key)
        => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
