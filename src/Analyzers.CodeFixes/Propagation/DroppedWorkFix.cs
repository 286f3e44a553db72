using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT208: waits for the work, or says that nobody does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DroppedWorkFix))]
public sealed class DroppedWorkFix() : WeftCodeFix(RuleIds.DroppedWork, "Await the work", "Detach the work")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.Other<InvocationExpressionSyntax>(diagnostic, 0) is not { } call || call.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement) return null;
        bool isTask = session.Model.GetTypeInfo(call, session.CancellationToken).Type is { Name: "Task" };
        if (title == 0 && !IsInAsyncCode(call)) return null;
        return () => session.Editor.ReplaceNode(statement, (current, _) =>
        {
            var now = (ExpressionStatementSyntax)current;
            ExpressionSyntax work = (now.Expression is AssignmentExpressionSyntax discard ? discard.Right : now.Expression).WithoutTrivia();
            ExpressionSyntax mended = title == 0
                ? SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), work)
                : Names.Expression($"global::Weft.Lineage.Detach({work}{(isTask ? "" : ".AsTask()")})");
            return now.WithExpression(mended.WithTriviaFrom(now.Expression));
        });
    }

    // In a lock or an unsafe block there is no await: then the document would not compile, and there is no fix.
    private static bool IsInAsyncCode(SyntaxNode call)
    {
        foreach (SyntaxNode outer in call.Ancestors())
        {
            switch (outer)
            {
                case AnonymousFunctionExpressionSyntax lambda: return lambda.AsyncKeyword.RawKind != 0;
                case LocalFunctionStatementSyntax function: return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case BaseMethodDeclarationSyntax method: return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax: return true;
                case MemberDeclarationSyntax: return false;
            }
        }
        return false;
    }
}
