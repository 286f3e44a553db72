using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>What the rules must know of Weft in one compilation, resolved once.</summary>
internal sealed class WeftSymbols
{
    private readonly INamedTypeSymbol? _notWoven;

    private WeftSymbols(INamedTypeSymbol? notWoven) => _notWoven = notWoven;

    /// <summary>Null when the compilation does not reference Weft: then a rule registers nothing.</summary>
    internal static WeftSymbols? TryCreate(Compilation compilation)
        => compilation.GetTypeByMetadataName("Weft.Woven") is null
            ? null
            : new WeftSymbols(compilation.GetTypeByMetadataName("Weft.NotWovenAttribute"));

    /// <summary>Whether the weaver leaves a symbol alone because it, something around it or its assembly says so.</summary>
    internal bool IsNotWoven(ISymbol symbol)
    {
        if (_notWoven is null) return false;
        for (ISymbol? outer = symbol; outer is not null; outer = outer.ContainingSymbol)
        {
            if (IsMarked(outer)) return true;
            if (outer is IMethodSymbol { AssociatedSymbol: { } property } && IsMarked(property)) return true;
        }
        return false;
    }

    private bool IsMarked(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _notWoven)) return true;
        return false;
    }
}
