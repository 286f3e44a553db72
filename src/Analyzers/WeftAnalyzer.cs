using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Weft.Analyzers;

/// <summary>All rules, in one walk over the operations of each member.</summary>
// Design: one analyzer for all rules. Each member's operations are walked once, and what the rules find there is put together before anything is reported: at most one
// diagnostic a line, the gravest, which analyzers that do not know of each other could not promise. Where a line belongs to several members, SharedLines decides.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeftAnalyzer : DiagnosticAnalyzer
{
    private readonly Vocabulary _vocabulary;

    /// <summary>As compiler and editors make it.</summary>
    public WeftAnalyzer()
        : this(Vocabulary.Weft)
    {
    }

    internal WeftAnalyzer(Vocabulary vocabulary) => _vocabulary = vocabulary;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = AllRules.InOrder.Select(rule => rule.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Knowledge.TryCreate(start.Compilation, _vocabulary, start.Options, start.CancellationToken) is not { } knowledge) return;
            start.RegisterOperationBlockAction(block => Analyze(block, knowledge));
            start.RegisterSymbolAction(symbol => Analyze(symbol, knowledge), SymbolKind.NamedType);
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, Knowledge knowledge)
    {
        var member = new MemberAnalysis(context.Compilation, context.OwningSymbol, context.OperationBlocks, knowledge, context.CancellationToken);
        foreach (Diagnostic found in member.Run())
            if (SharedLines.IsTold(found, member)) context.ReportDiagnostic(found);
    }

    private static void Analyze(SymbolAnalysisContext context, Knowledge knowledge)
    {
        var declaration = new DeclarationAnalysis(context.Compilation, (INamedTypeSymbol)context.Symbol, knowledge, context.CancellationToken);
        foreach (Diagnostic found in declaration.Run().Values)
            if (SharedLines.IsTold(found, declaration)) context.ReportDiagnostic(found);
    }
}
