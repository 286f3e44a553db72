using Microsoft.CodeAnalysis;
using Weft.Catalog;

namespace Weft.Analyzers;

/// <summary>The methods that the weaver knows: those of the operator catalog.</summary>
internal static class FollowedMethods
{
    private static readonly HashSet<(string Type, string Method)> _rows = new(OperatorCatalog.Rows.Select(row => (row.DeclaringType, row.Name)));

    internal static bool Contains(IMethodSymbol method)
    {
        IMethodSymbol original = (method.ReducedFrom ?? method).OriginalDefinition;
        return Contains(NameOf(original.ContainingType), original.Name);
    }

    internal static bool Contains(string type, string method) => _rows.Contains((type, method));

    /// <summary>A type's name as metadata has it: <c>System.Collections.Generic.List`1</c>.</summary>
    internal static string NameOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return NameOf(outer) + "+" + type.MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;
    }
}
