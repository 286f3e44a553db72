using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Weft.Architecture.Tests;

/// <summary>Proves that dependencies point the way docs/architecture.md says: who may know whom, in the projects and in what they are compiled to.</summary>
public sealed class DependencyTests
{
    [Theory]
    [InlineData("Runtime/Weft.csproj", "")]
    [InlineData("Weaver/Weft.Fody.csproj", "FodyHelpers")]
    [InlineData("Analyzers/Weft.Analyzers.csproj", "Microsoft.CodeAnalysis.Analyzers Microsoft.CodeAnalysis.CSharp")]
    [InlineData("Analyzers.CodeFixes/Weft.Analyzers.CodeFixes.csproj", "Microsoft.CodeAnalysis.Analyzers Microsoft.CodeAnalysis.CSharp.Workspaces System.Collections.Immutable")]
    [InlineData("AspNetCore/Weft.AspNetCore.csproj", "Weft")]
    [InlineData("Store/Weft.Store.csproj", "Weft")]
    [InlineData("Tool/Weft.Tool.csproj", "Spectre.Console System.CommandLine Weft.Store")]
    public void Project_References_AreTheAllowedOnes(string project, string allowed)
    {
        XElement root = XDocument.Load(Path.Combine(Repository.Root, "src", project)).Root!;

        string[] references = [.. root.Descendants()
            .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "Reference")
            .Select(element => element.Attribute("Include")!.Value)
            .Select(name => name.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(name) : name)
            .Order(StringComparer.Ordinal)];

        Assert.Equal(allowed, string.Join(' ', references));
    }

    [Fact]
    public void Projects_InSrc_AreAllHeldByThisTest()
        => Assert.Equal(7, Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Length);

    [Fact]
    public void Runtime_Compiled_KnowsOnlyTheBaseLibraries()
    {
        string?[] libraries = [.. Repository.BaseLibraries.Select(Path.GetFileNameWithoutExtension)];

        Assert.Empty(ReferencesOf(Repository.Assembly("Runtime", "Weft")).Except(libraries));
    }

    [Fact]
    public void Store_Compiled_KnowsOnlyTheRuntimeAndTheBaseLibraries()
    {
        string?[] libraries = [.. Repository.BaseLibraries.Select(Path.GetFileNameWithoutExtension)];

        Assert.Empty(ReferencesOf(Repository.Assembly("Store", "Weft.Store")).Except([.. libraries, "Weft"]));
    }

    // They know the runtime by name only: it targets a framework that they cannot load.
    [Theory]
    [InlineData("Weaver", "Weft.Fody", "FodyHelpers Mono.Cecil Mono.Cecil.Pdb Mono.Cecil.Rocks netstandard")]
    [InlineData("Analyzers", "Weft.Analyzers", "Microsoft.CodeAnalysis Microsoft.CodeAnalysis.CSharp System.Collections.Immutable System.Memory netstandard")]
    [InlineData("Analyzers.CodeFixes", "Weft.Analyzers.CodeFixes", "Microsoft.CodeAnalysis Microsoft.CodeAnalysis.CSharp Microsoft.CodeAnalysis.CSharp.Workspaces Microsoft.CodeAnalysis.Workspaces System.Collections.Immutable System.Composition.AttributedModel netstandard")]
    public void BuildTimePart_Compiled_DoesNotKnowTheRuntime(string folder, string name, string allowed)
        => Assert.Empty(ReferencesOf(Repository.Assembly(folder, name, "netstandard2.0")).Except(allowed.Split(' ')));

    private static string[] ReferencesOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
