using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers;

/// <summary>All rules, in one walk over the operations of each member.</summary>
// Design: one analyzer for all rules. Each member's operations are walked once, and what the rules find there is put together before anything is reported: at most one
// diagnostic a line, the gravest, which analyzers that do not know of each other could not promise.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeftAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = AllRules.InOrder.Select(rule => rule.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Knowledge.TryCreate(start.Compilation, start.Options, start.CancellationToken) is not { } knowledge) return;
            start.RegisterOperationBlockAction(block => Analyze(block, knowledge));
            start.RegisterSymbolAction(symbol => Analyze(symbol, knowledge), SymbolKind.NamedType, SymbolKind.Field, SymbolKind.Property);
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, Knowledge knowledge)
    {
        var member = new MemberAnalysis(context, knowledge);
        foreach (IOperation block in context.OperationBlocks)
            foreach (IOperation operation in block.DescendantsAndSelf())
                foreach (Rule rule in AllRules.For(operation.Kind))
                    rule.Examine(operation, member);
        member.ReportFindings();
    }

    private static void Analyze(SymbolAnalysisContext context, Knowledge knowledge)
    {
        if (context.Symbol.IsImplicitlyDeclared) return;
        var declaration = new DeclarationAnalysis(context, knowledge);
        foreach (Rule rule in AllRules.InOrder)
            if (rule.Kinds.IsEmpty)
                rule.Examine(context.Symbol, declaration);
    }
}
