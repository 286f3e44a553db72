using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>One declared type, field or property while the rules look at it.</summary>
internal sealed class DeclarationAnalysis : Analysis
{
    internal DeclarationAnalysis(Compilation compilation, ISymbol symbol, Knowledge knowledge, CancellationToken cancellationToken)
        : base(compilation, symbol, knowledge, cancellationToken)
    {
    }

    /// <summary>Shows the symbol to the rules; gives what they find.</summary>
    internal IReadOnlyList<Diagnostic> Run()
    {
        if (Symbol.IsImplicitlyDeclared) return [];
        foreach (Rule rule in AllRules.OfDeclarations) rule.Examine(Symbol, this);
        return Findings();
    }

    /// <summary>Reports at a symbol's name.</summary>
    internal void Report(Rule rule, ISymbol declared, DiagnosticSeverity? severity, params object[] arguments) => Report(new Finding(rule, declared.Locations[0], arguments) { Severity = severity });
}
