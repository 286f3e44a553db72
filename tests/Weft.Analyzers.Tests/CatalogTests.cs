using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Tests;

/// <summary>Proves that the rules, the weaver and the runtime know the same operators, and that the catalog of sinks names what there is.</summary>
public sealed class CatalogTests
{
    private static readonly string _repositoryRoot = typeof(CatalogTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    // Beside the analyzers' own output, built for the same configuration.
    private static string Weaver => Path.Combine(_repositoryRoot, "src/Weaver/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "netstandard2.0/Weft.Fody.dll");

    [Fact]
    public void Operators_OfRulesWeaverAndRuntime_AreTheSame()
    {
        string[] rules = Rows(typeof(WeftAnalyzer).Assembly);

        Assert.NotEmpty(rules);
        Assert.Equal(Rows(typeof(SpanId).Assembly), rules);
        Assert.Equal(Rows(Assembly.LoadFrom(Weaver)), rules);
        Assert.All(rules, row => Assert.True(FollowedMethods.Contains(row.Split(' ')[0], row.Split(' ')[1]), row));
    }

    [Fact]
    public void Sinks_OfTheBaseLibraries_ExistWithTheirMethods()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Sinks", references: ReferenceAssemblies.Net100);

        Assert.All(SinkLine.BuiltIn.Where(line => line.Type.StartsWith("System.", StringComparison.Ordinal) && !line.Type.Contains("Dataflow", StringComparison.Ordinal)), line =>
        {
            INamedTypeSymbol? type = compilation.GetTypeByMetadataName(line.Type);
            Assert.True(type is not null, $"there is no {line.Type}");
            Assert.All(line.Methods, method => Assert.True(method == "*" || type.GetMembers(method).Length > 0, $"{line.Type} has no {method}"));
        });
    }

    private static string[] Rows(Assembly assembly)
    {
        var rows = (IEnumerable)assembly.GetType("Weft.Catalog.OperatorCatalog", throwOnError: true)!.GetField("Rows", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        return [.. rows.Cast<object>().Select(row => $"{Value(row, "DeclaringType")} {Value(row, "Name")}")];
    }

    private static object? Value(object row, string property) => row.GetType().GetProperty(property)!.GetValue(row);
}
