using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT301: copies what is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CopiedByHandFix))]
public sealed class CopiedByHandFix() : WeftCodeFix(RuleIds.CopiedByHand, "Copy the lineage too")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.Other<BaseObjectCreationExpressionSyntax>(diagnostic, 0) is not { } creation) return null;
        if (EditSession.Property(diagnostic, "Target") is not { } target || EditSession.Property(diagnostic, "Value") is not { } value) return null;
        bool isArgument = EditSession.Property(diagnostic, "IsArgument") is not null;
        return () => session.Editor.ReplaceNode(creation, (current, _) => isArgument
            ? Arguments.Add((BaseObjectCreationExpressionSyntax)current, target, SyntaxFactory.ParseExpression(value))
            : Initializers.Add((BaseObjectCreationExpressionSyntax)current, target, value));
    }
}
