using Microsoft.CodeAnalysis;
using Weft.Catalog;

namespace Weft.Analyzers;

/// <summary>The methods that the weaver knows: those of the operator catalog.</summary>
internal static class FollowedMethods
{
    private static readonly HashSet<(string Type, string Method)> _rows = new(OperatorCatalog.Rows.Select(row => (row.DeclaringType, row.Name)));

    private static readonly HashSet<(string Type, string Method)> _puts = new(OperatorCatalog.Rows.Where(row => row.HandOver == HandOver.Put).Select(row => (row.DeclaringType, row.Name)));

    internal static bool Contains(IMethodSymbol method) => _rows.Contains(RowOf(method));

    /// <summary>Whether a method puts in one record, and the weaver tells it which.</summary>
    internal static bool PutsIn(IMethodSymbol method) => _puts.Contains(RowOf(method));

    internal static bool Contains(string type, string method) => _rows.Contains((type, method));

    private static (string Type, string Method) RowOf(IMethodSymbol method)
    {
        IMethodSymbol original = (method.ReducedFrom ?? method).OriginalDefinition;
        return (NameOf(original.ContainingType), original.Name);
    }

    /// <summary>A type's name as metadata has it: <c>System.Collections.Generic.List`1</c>.</summary>
    internal static string NameOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return NameOf(outer) + "+" + type.MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;
    }
}
