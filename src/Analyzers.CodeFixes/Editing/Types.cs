using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Weft.Analyzers.Editing;

/// <summary>Declarations of types and their members.</summary>
internal static class Types
{
    /// <summary>A type with members more at its end; a record without a body gets one.</summary>
    internal static SyntaxNode WithMembers(TypeDeclarationSyntax type, params MemberDeclarationSyntax[] members)
    {
        if (type.OpenBraceToken.IsKind(SyntaxKind.None) || type.OpenBraceToken.IsMissing)
        {
            SyntaxTriviaList after = type.GetTrailingTrivia();
            type = type.WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithAdditionalAnnotations(Formatter.Annotation))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(after).WithAdditionalAnnotations(Formatter.Annotation));
        }
        return type.AddMembers(members); // which ask to be formatted themselves: the rest of the type stays as it is
    }

    /// <summary>A member or parameter with an attribute more, in front of it.</summary>
    internal static SyntaxNode WithAttribute(SyntaxNode declaration, AttributeListSyntax attribute)
    {
        SyntaxTriviaList above = declaration.GetLeadingTrivia();
        switch (declaration)
        {
            case ParameterSyntax parameter:
                return parameter.WithoutLeadingTrivia().WithAttributeLists(parameter.WithoutLeadingTrivia().AttributeLists.Insert(0, attribute.WithTrailingTrivia(SyntaxFactory.Space))).WithLeadingTrivia(above);
            case MemberDeclarationSyntax member:
                SyntaxTrivia indent = above.LastOrDefault();
                SyntaxTriviaList own = indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : SyntaxFactory.TriviaList();
                MemberDeclarationSyntax bare = member.WithLeadingTrivia(own);
                return bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute.WithLeadingTrivia(above).WithTrailingTrivia(EndOfLine(declaration))));
            default:
                return declaration;
        }
    }

    // The file's own.
    private static SyntaxTrivia EndOfLine(SyntaxNode declaration)
        => declaration.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } own ? own : SyntaxFactory.LineFeed;
}
