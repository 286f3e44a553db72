using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Weft.Analyzers.Sinks;

/// <summary>The sinks of one compilation: those of the catalog, of the project's own <c>weft.sinks.txt</c>, and parameters that say so by an attribute.</summary>
internal sealed class SinkCatalog
{
    private const string AdditionalFile = "weft.sinks.txt";
    private const string AllMethods = "*";

    private readonly Dictionary<INamedTypeSymbol, Dictionary<string, SinkKind>> _types = new(SymbolEqualityComparer.Default);
    private readonly WeftSymbols _weft;

    private SinkCatalog(WeftSymbols weft) => _weft = weft;

    internal static SinkCatalog Of(Compilation compilation, WeftSymbols weft, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var catalog = new SinkCatalog(weft);
        catalog.Add(compilation, SinkLine.BuiltIn);
        foreach (AdditionalText file in files)
            if (file.Path.EndsWith(AdditionalFile, StringComparison.OrdinalIgnoreCase) && file.GetText(cancellationToken) is { } text)
                catalog.Add(compilation, SinkLine.Read(text));
        return catalog;
    }

    /// <summary>What a method does with the argument of a parameter.</summary>
    internal SinkKind KindOf(IMethodSymbol method, IParameterSymbol? parameter)
    {
        if (parameter is not null)
        {
            if (WeftSymbols.Has(parameter.OriginalDefinition, _weft.RunsConcurrently)) return SinkKind.Concurrent;
            if (WeftSymbols.Has(parameter.OriginalDefinition, _weft.Deferred)) return SinkKind.Deferred;
        }
        return KindOf(method);
    }

    /// <summary>Whether a line of the catalog names a method, as it is declared.</summary>
    internal bool IsSink(INamedTypeSymbol type, IMethodSymbol method) => (method.OverriddenMethod is not null || _types.ContainsKey(type)) && KindOf(method) != SinkKind.None;

    /// <summary>Whether an attribute says that a method, as it is declared, does something with the argument of one of its parameters.</summary>
    internal bool IsMarked(IMethodSymbol method) => method.Parameters.Any(parameter => WeftSymbols.Has(parameter, _weft.RunsConcurrently) || WeftSymbols.Has(parameter, _weft.Deferred));

    /// <summary>What a method does with what it is given.</summary>
    internal SinkKind KindOf(IMethodSymbol method)
    {
        for (IMethodSymbol? declared = method.ReducedFrom ?? method; declared is not null; declared = declared.OverriddenMethod)
        {
            if (declared.ContainingType is null || !_types.TryGetValue(declared.ContainingType.OriginalDefinition, out Dictionary<string, SinkKind>? methods)) continue;
            if (methods.TryGetValue(declared.Name, out SinkKind kind) || methods.TryGetValue(AllMethods, out kind)) return kind;
        }
        return SinkKind.None;
    }

    private void Add(Compilation compilation, IEnumerable<SinkLine> lines)
    {
        foreach (SinkLine line in lines)
        {
            foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName(line.Type))
            {
                if (!_types.TryGetValue(type, out Dictionary<string, SinkKind>? methods)) _types.Add(type, methods = new(StringComparer.Ordinal));
                foreach (string method in line.Methods) methods[method] = line.Kind;
            }
        }
    }
}
