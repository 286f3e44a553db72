using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT303: projects the records, with their numbers where they are needed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RebuiltFromIndexFix))]
public sealed class RebuiltFromIndexFix() : WeftCodeFix(RuleIds.RebuiltFromIndex, "Project the records")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.Other<InvocationExpressionSyntax>(diagnostic, 1) is not { ArgumentList.Arguments.Count: 2 } range || range.ArgumentList.Arguments[1].Expression is not MemberAccessExpressionSyntax counted) return null;
        if (session.Other<LambdaExpressionSyntax>(diagnostic, 2) is not { } lambda || ParameterOf(lambda) is not { } index) return null;
        string records = counted.Expression.ToString();
        List<ElementAccessExpressionSyntax> lookUps = lambda.Body.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>()
            .Where(access => access.Expression.ToString() == records && access.ArgumentList.Arguments.Count == 1 && access.ArgumentList.Arguments[0].Expression is IdentifierNameSyntax name && name.Identifier.ValueText == index.Identifier.ValueText).ToList();
        if (lookUps.Count == 0 || lookUps.Any(access => !References.IsRead(access))) return null;
        int uses = lambda.Body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Count(name => name.Identifier.ValueText == index.Identifier.ValueText);
        return () =>
        {
            string record = session.NewName(lambda, "record");
            foreach (ElementAccessExpressionSyntax access in lookUps) session.Editor.ReplaceNode(access, (current, _) => SyntaxFactory.IdentifierName(record).WithTriviaFrom(current));
            session.Editor.ReplaceNode(lambda, (current, _) => WithParameters((LambdaExpressionSyntax)current, uses == lookUps.Count ? record : $"({record}, {index.Identifier.ValueText})"));
            session.Editor.ReplaceNode(range, (current, _) => counted.Expression.WithTriviaFrom(current));
        };
    }

    private static ParameterSyntax? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 1 } lone when lone.ParameterList.Parameters[0].Type is null => lone.ParameterList.Parameters[0],
        _ => null,
    };

    private static LambdaExpressionSyntax WithParameters(LambdaExpressionSyntax lambda, string parameters)
    {
        var made = (LambdaExpressionSyntax)SyntaxFactory.ParseExpression(parameters + " => 0");
        return made.WithModifiers(lambda.Modifiers).WithArrowToken(lambda.ArrowToken).WithBody(lambda.Body).WithTriviaFrom(lambda);
    }
}
