using Microsoft.CodeAnalysis;

namespace Weft.Analyzers;

/// <summary>One declared type, with its fields and properties, while the rules look at it.</summary>
internal sealed class DeclarationAnalysis : Analysis
{
    private readonly INamedTypeSymbol _type;

    internal DeclarationAnalysis(Compilation compilation, INamedTypeSymbol type, Knowledge knowledge, CancellationToken cancellationToken)
        : base(compilation, type, knowledge, cancellationToken) => _type = type;

    /// <summary>Shows the type to the rules, the first time; gives what they find, by its line.</summary>
    internal IReadOnlyDictionary<(string File, int Line), Diagnostic> Run()
    {
        if (Knowledge.Declarations.TryGetValue(_type, out IReadOnlyDictionary<(string File, int Line), Diagnostic>? known)) return known;
        if (!_type.IsImplicitlyDeclared)
            foreach (Rule rule in AllRules.OfDeclarations) rule.Examine(_type, this);
        return Knowledge.Declarations[_type] = Findings().ToDictionary(LineOf);
    }

    /// <summary>Reports at a symbol's name.</summary>
    internal void Report(Rule rule, ISymbol declared, DiagnosticSeverity? severity, params object[] arguments) => Report(new Finding(rule, declared.Locations[0], arguments) { Severity = severity });
}
