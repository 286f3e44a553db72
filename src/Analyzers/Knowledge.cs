using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Weft.Analyzers.Lineage;
using Weft.Analyzers.Propagation;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers;

/// <summary>What the rules know of one compilation, resolved once.</summary>
internal sealed class Knowledge
{
    private Knowledge(Compilation compilation, WeftSymbols weft, SinkCatalog sinks, WeavingSettings weaving)
    {
        Weft = weft;
        Sinks = sinks;
        Weaving = weaving;
        ContextOverloads = new ContextOverloads(weft);
        Calls = new CallTraitsTable(weft, sinks, ContextOverloads, new FlowEnds(compilation, symbol => !IsWoven(symbol)));
    }

    internal WeftSymbols Weft { get; }

    internal SinkCatalog Sinks { get; }

    internal WeavingSettings Weaving { get; }

    internal CallTraitsTable Calls { get; }

    internal ContextOverloads ContextOverloads { get; }

    /// <summary>What methods run that are handed over by their name.</summary>
    internal ConcurrentDictionary<IMethodSymbol, DelegateBody?> MethodBodies { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What has been found in the declarations of types.</summary>
    internal ConcurrentDictionary<INamedTypeSymbol, IReadOnlyDictionary<(string File, int Line), Diagnostic>> Declarations { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The gravest of what there is at lines that several members share; null where there is nothing.</summary>
    internal ConcurrentDictionary<(SyntaxTree Tree, int Line), Diagnostic?> SharedLines { get; } = new();

    /// <summary>Null when the compilation does not reference Weft: then nothing is analysed.</summary>
    internal static Knowledge? TryCreate(Compilation compilation, Vocabulary vocabulary, AnalyzerOptions options, CancellationToken cancellationToken)
        => WeftSymbols.TryCreate(compilation, vocabulary) is { } weft
            ? new Knowledge(compilation, weft, SinkCatalog.Of(compilation, weft, options.AdditionalFiles, cancellationToken), WeavingSettings.Of(options.AnalyzerConfigOptionsProvider))
            : null;

    /// <summary>Whether the weaver works on a member of the project.</summary>
    internal bool IsWoven(ISymbol member) => !Weaving.IsOff && !Weft.IsNotWoven(member) && !Weaving.IsExcluded(member as INamedTypeSymbol ?? member.ContainingType);
}
