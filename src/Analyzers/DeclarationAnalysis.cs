using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Weft.Analyzers;

/// <summary>One declared type, field or property while the rules look at it.</summary>
internal sealed class DeclarationAnalysis
{
    private readonly SymbolAnalysisContext _context;

    internal DeclarationAnalysis(SymbolAnalysisContext context, Knowledge knowledge)
    {
        _context = context;
        Knowledge = knowledge;
    }

    internal Knowledge Knowledge { get; }

    internal WeftSymbols Weft => Knowledge.Weft;

    internal Compilation Compilation => _context.Compilation;

    internal CancellationToken CancellationToken => _context.CancellationToken;

    /// <summary>Reports at the symbol's name.</summary>
    internal void Report(Rule rule, ISymbol declared, DiagnosticSeverity? severity, params object[] arguments) => _context.ReportDiagnostic(Diagnostic.Create(
        rule.Descriptor, declared.Locations[0], severity ?? rule.Descriptor.DefaultSeverity, additionalLocations: null, properties: null, arguments));
}
