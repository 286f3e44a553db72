using System.IO.Compression;
using System.Xml.Linq;

namespace Weft.Package.Tests;

/// <summary>Proves what is in the package, and that its description makes everything in it reach a consumer.</summary>
public sealed class PackageContentTests
{
    [Fact]
    public void Package_Files_AreTheDocumentedOnes()
    {
        using ZipArchive package = ZipFile.OpenRead(PackedProduct.Instance.PackagePath);

        string[] files = [.. package.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];

        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "Weft.nuspec",
                "analyzers/dotnet/roslyn4.8/cs/Weft.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.8/cs/Weft.Analyzers.dll",
                "build/Weft.props",
                "build/Weft.targets",
                .. RulePages(),
                "lib/net10.0/Weft.dll",
                "lib/net10.0/Weft.pdb",
                "lib/net10.0/Weft.xml",
                "weaver/Weft.Fody.dll",
                "weaver/Weft.Fody.xcf",
            ], files);
    }

    private static IEnumerable<string> RulePages()
        => Directory.GetFiles(Path.Combine(PackedProduct.RepositoryRoot, "docs/rules"), "*.md").Select(page => "docs/rules/" + Path.GetFileName(page)).Order(StringComparer.Ordinal);

    // As a development dependency 'dotnet add package' would hide Weft.dll from the compiler and the program.
    [Fact]
    public void Package_Description_LetsEverythingReachTheConsumer()
    {
        XElement metadata = Description();
        XNamespace schema = metadata.Name.Namespace;

        Assert.Null(metadata.Element(schema + "developmentDependency"));
        XElement dependency = Assert.Single(metadata.Descendants(schema + "dependency"));
        Assert.Equal("Fody", dependency.Attribute("id")?.Value);
        Assert.Equal("All", dependency.Attribute("include")?.Value);
    }

    [Fact]
    public void Package_Description_CarriesLicenseAndReadme()
    {
        XElement metadata = Description();
        XNamespace schema = metadata.Name.Namespace;

        Assert.Equal("MIT", metadata.Element(schema + "license")?.Value);
        Assert.Equal("README.md", metadata.Element(schema + "readme")?.Value);
    }

    // Fody notices a changed weaver by that one file's time stamp.
    [Fact]
    public void Package_Weaver_IsOneFile()
    {
        using ZipArchive package = ZipFile.OpenRead(PackedProduct.Instance.PackagePath);

        Assert.Single(package.Entries, entry => entry.FullName.StartsWith("weaver/", StringComparison.Ordinal) && entry.FullName.EndsWith(".dll", StringComparison.Ordinal));
    }

    private static XElement Description()
    {
        using ZipArchive package = ZipFile.OpenRead(PackedProduct.Instance.PackagePath);
        using Stream file = package.GetEntry("Weft.nuspec")!.Open();
        XElement root = XDocument.Load(file).Root!;
        return root.Element(root.Name.Namespace + "metadata")!;
    }
}
