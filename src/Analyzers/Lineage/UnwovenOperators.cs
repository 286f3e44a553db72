using Microsoft.CodeAnalysis;
using Weft.Catalog;

namespace Weft.Analyzers.Lineage;

/// <summary>The LINQ methods that hand records on and that the operator catalog does not know.</summary>
internal sealed class UnwovenOperators
{
    private static readonly string[] _types = { "System.Linq.Enumerable", "System.Linq.ParallelEnumerable" };

    private static readonly HashSet<(string Type, string Method)> _woven = new(OperatorCatalog.Rows.Select(row => (row.DeclaringType, row.Name)));

    private readonly HashSet<ISymbol> _methods;

    private UnwovenOperators(HashSet<ISymbol> methods) => _methods = methods;

    internal static UnwovenOperators? TryCreate(Compilation compilation)
    {
        var methods = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (string type in _types)
            foreach (IMethodSymbol method in compilation.GetTypeByMetadataName(type)?.GetMembers().OfType<IMethodSymbol>() ?? [])
                if (!_woven.Contains((type, method.Name)) && TakesARecordSequence(method) && IsSequence(method.ReturnType))
                    methods.Add(method);
        if (methods.Count == 0) return null;
        return new UnwovenOperators(methods);
    }

    internal bool Contains(IMethodSymbol method) => _methods.Contains((method.ReducedFrom ?? method).OriginalDefinition);

    private static bool TakesARecordSequence(IMethodSymbol method) => method.Parameters.Any(parameter => IsSequence(parameter.Type));

    private static bool IsSequence(ITypeSymbol type)
        => type.SpecialType != SpecialType.System_String
        && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));
}
