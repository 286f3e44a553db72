using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>An attribute that holds for what it stands on, and for all that is inside of it.</summary>
internal sealed class Mark
{
    private readonly INamedTypeSymbol? _attribute;
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Func<ISymbol, bool> _find;

    internal Mark(INamedTypeSymbol? attribute)
    {
        _attribute = attribute;
        _find = Find;
    }

    internal bool IsOn(ISymbol symbol) => _attribute is not null && IsOnOrAround(symbol);

    // Types and assemblies are around many others, and asked once.
    private bool IsOnOrAround(ISymbol symbol) => symbol is ITypeSymbol or INamespaceSymbol or IAssemblySymbol ? _known.GetOrAdd(symbol, _find) : Find(symbol);

    private bool Find(ISymbol symbol)
        => WeftSymbols.Has(symbol, _attribute)
        || (symbol is IMethodSymbol { AssociatedSymbol: { } property } && WeftSymbols.Has(property, _attribute))
        || (symbol.ContainingSymbol is { } outer && IsOnOrAround(outer));
}
