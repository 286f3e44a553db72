using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT302: a LINQ operator that is not in the operator catalog takes a sequence and gives one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LineageLostHereAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor _rule = new(
        RuleIds.LineageLostHere,
        "Lineage lost here",
        "'{0}' is not woven: records lose their lineage here, and an answer from here on is incomplete",
        "Weft.Lineage",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An operator that Weft does not weave hands out records whose origin is not recorded. Why() of such a record says incomplete and names this place.",
        helpLinkUri: Rule.HelpLink(RuleIds.LineageLostHere));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(_rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (WeavingMode.IsOff(start.Options.AnalyzerConfigOptionsProvider)) return;
            if (WeftSymbols.TryCreate(start.Compilation) is not { } weft) return;
            if (UnwovenOperators.TryCreate(start.Compilation) is not { } operators) return;
            var expression = start.Compilation.GetTypeByMetadataName("System.Linq.Expressions.Expression");

            start.RegisterOperationAction(operation => Analyze(operation, weft, operators, expression), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, WeftSymbols weft, UnwovenOperators operators, INamedTypeSymbol? expression)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!operators.Contains(call.TargetMethod)) return;
        if (weft.IsNotWoven(context.ContainingSymbol) || IsInExpressionTree(call, expression)) return;
        context.ReportDiagnostic(Diagnostic.Create(_rule, NameOf(call.Syntax).GetLocation(), call.TargetMethod.Name));
    }

    // A call in an expression tree is data for somebody else to read; the weaver does not touch it and it takes no records.
    private static bool IsInExpressionTree(IOperation operation, INamedTypeSymbol? expression)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is not IAnonymousFunctionOperation { Parent: IConversionOperation { Type: { } type } }) continue;
            for (ITypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
                if (SymbolEqualityComparer.Default.Equals(ancestor, expression)) return true;
        }
        return false;
    }

    private static SyntaxNode NameOf(SyntaxNode call) => call is InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax member => member.Name,
            _ => invocation.Expression,
        }
        : call;
}
