using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Testing;

/// <summary>The base libraries as the compiler sees them in a real build: the SDK's reference pack, not the implementation.</summary>
public static class ReferenceAssemblies
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> _pack = new(Load);

    /// <summary>.NET 10, the one framework that the package supports.</summary>
    public static ImmutableArray<MetadataReference> Net100 => _pack.Value;

    private static ImmutableArray<MetadataReference> Load()
    {
        string folder = typeof(ReferenceAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ReferencePack").Value!;
        return [.. Directory.EnumerateFiles(folder, "*.dll").Select(file => MetadataReference.CreateFromFile(file))];
    }
}
