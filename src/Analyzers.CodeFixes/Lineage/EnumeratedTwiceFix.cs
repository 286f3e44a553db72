using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT306: reads the flow once, into a list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EnumeratedTwiceFix))]
public sealed class EnumeratedTwiceFix() : WeftCodeFix(RuleIds.EnumeratedTwice, "Read it once, into a list")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.Other<ExpressionSyntax>(diagnostic, 0) is not { } flow) return null;
        // Members of a list would take the place of LINQ's: List.Reverse turns the list itself.
        if (flow is not QueryExpressionSyntax && session.Model.GetSymbolInfo(flow, session.CancellationToken).Symbol is not IMethodSymbol { ReducedFrom: not null }) return null;
        return () =>
        {
            if (!session.Once(flow)) return;
            session.Editor.ReplaceNode(flow, (current, _) =>
            {
                var now = (ExpressionSyntax)current;
                ExpressionSyntax source = now is QueryExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(now.WithoutTrivia()) : now.WithoutTrailingTrivia();
                return SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, source, SyntaxFactory.IdentifierName("ToList")))
                    .WithTrailingTrivia(now.GetTrailingTrivia());
            });
        };
    }
}
