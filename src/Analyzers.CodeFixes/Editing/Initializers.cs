using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Weft.Analyzers.Editing;

/// <summary>Initialisers of new objects.</summary>
internal static class Initializers
{
    /// <summary>A creation that also sets a member.</summary>
    internal static SyntaxNode Add(BaseObjectCreationExpressionSyntax creation, string member, string value)
    {
        ExpressionSyntax assignment = SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(member), SyntaxFactory.ParseExpression(value)).WithAdditionalAnnotations(Formatter.Annotation);
        if (creation.Initializer is not { Expressions.Count: > 0 } initializer)
        {
            return creation.WithoutTrailingTrivia()
                .WithInitializer(SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, SyntaxFactory.SingletonSeparatedList(assignment)))
                .WithTrailingTrivia(creation.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        }
        // As those before it stand: each on its line, or all on one.
        SeparatedSyntaxList<ExpressionSyntax> expressions = initializer.Expressions;
        ExpressionSyntax last = expressions.Last();
        SyntaxTriviaList lead = last.GetLeadingTrivia();
        if (expressions.SeparatorCount == expressions.Count) return creation.WithInitializer(initializer.WithExpressions(expressions.Add(assignment.WithLeadingTrivia(lead).WithTrailingTrivia(SyntaxFactory.ElasticMarker))));
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(lead.Count > 0 ? SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed) : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        IEnumerable<ExpressionSyntax> all = expressions.Take(expressions.Count - 1).Append(last.WithoutTrailingTrivia()).Append(assignment.WithLeadingTrivia(lead).WithTrailingTrivia(last.GetTrailingTrivia()));
        return creation.WithInitializer(initializer.WithExpressions(SyntaxFactory.SeparatedList(all, expressions.GetSeparators().Append(comma))));
    }
}
