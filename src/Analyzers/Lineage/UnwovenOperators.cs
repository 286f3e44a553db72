using Microsoft.CodeAnalysis;
using Weft.Catalog;

namespace Weft.Analyzers.Lineage;

/// <summary>The LINQ methods that hand records on and that the operator catalog does not know.</summary>
internal sealed class UnwovenOperators
{
    private const string Linq = "System.Linq.Enumerable";

    private static readonly HashSet<string> _woven = new(OperatorCatalog.Rows.Where(row => row.DeclaringType == Linq).Select(row => row.Name), StringComparer.Ordinal);

    private readonly HashSet<ISymbol> _methods;

    private UnwovenOperators(HashSet<ISymbol> methods) => _methods = methods;

    internal static UnwovenOperators? TryCreate(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(Linq) is not { } linq) return null;
        var methods = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IMethodSymbol method in linq.GetMembers().OfType<IMethodSymbol>())
            if (!_woven.Contains(method.Name) && IsSequence(method.ReturnType) && method.Parameters.Any(parameter => IsSequence(parameter.Type)))
                methods.Add(method);
        return new UnwovenOperators(methods);
    }

    internal bool Contains(IMethodSymbol method) => _methods.Contains((method.ReducedFrom ?? method).OriginalDefinition);

    private static bool IsSequence(ITypeSymbol type)
        => type.SpecialType != SpecialType.System_String
        && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));
}
