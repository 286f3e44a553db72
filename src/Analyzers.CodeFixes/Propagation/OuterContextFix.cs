using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT202: passes the open unit's context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OuterContextFix))]
public sealed class OuterContextFix() : WeftCodeFix(RuleIds.OuterContext, "Pass the inner context")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.NodeAt(diagnostic.Location) is not ExpressionSyntax outer || EditSession.Property(diagnostic, "Argument") is not { } inner) return null;
        return () => session.Editor.ReplaceNode(outer, (current, _) => SyntaxFactory.ParseExpression(inner).WithTriviaFrom(current));
    }
}
