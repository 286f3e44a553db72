using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Propagation;

/// <summary>Of methods, as they are declared, the overloads that take the same and a context behind it; found once for each.</summary>
internal sealed class ContextOverloads
{
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IMethodSymbol>> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<string, IMethodSymbol>> _takingContext = new(SymbolEqualityComparer.Default);
    private readonly WeftSymbols _weft;

    internal ContextOverloads(WeftSymbols weft) => _weft = weft;

    internal IReadOnlyList<IMethodSymbol> Of(IMethodSymbol declared) => _known.GetOrAdd(declared, Find);

    private IReadOnlyList<IMethodSymbol> Find(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor) || method.ContainingType is not { } type) return [];
        ILookup<string, IMethodSymbol> overloads = _takingContext.GetOrAdd(type, EndingWithContext);
        return overloads.Count > 0 ? overloads[SignatureOf(method, method.Parameters.Length)].ToArray() : [];
    }

    // By what they take in front of the context: a look at the members of a type, however many overloads it has.
    private ILookup<string, IMethodSymbol> EndingWithContext(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => method.Parameters.LastOrDefault() is { } last && ContextParameters.IsContext(last, _weft) && !IsObsolete(method))
        .ToLookup(method => SignatureOf(method, method.Parameters.Length - 1));

    private static string SignatureOf(IMethodSymbol method, int parameters)
        => $"{method.Name}`{method.Arity}{(method.IsStatic ? " static" : "")}({string.Join(", ", method.Parameters.Take(parameters).Select(parameter => $"{parameter.RefKind} {parameter.Type.ToDisplayString()} {parameter.Name}"))})";

    private static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ObsoleteAttribute" });
}
