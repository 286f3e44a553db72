using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Weft.Analyzers.Editing;

/// <summary>Arguments of calls.</summary>
internal static class Arguments
{
    /// <summary>A call with one argument more, by name.</summary>
    internal static TCall Add<TCall>(TCall call, string parameter, ExpressionSyntax value)
        where TCall : ExpressionSyntax
    {
        ArgumentListSyntax list = ListOf(call) ?? SyntaxFactory.ArgumentList();
        ArgumentSyntax argument = SyntaxFactory.Argument(
            SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)), refKindKeyword: default, value);
        SeparatedSyntaxList<ArgumentSyntax> arguments = list.Arguments.Count == 0
            ? SyntaxFactory.SingletonSeparatedList(argument)
            : SyntaxFactory.SeparatedList(list.Arguments.Append(argument), list.Arguments.GetSeparators().Append(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)));
        return (TCall)With(call, list.WithArguments(arguments));
    }

    private static ArgumentListSyntax? ListOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    private static ExpressionSyntax With(ExpressionSyntax call, ArgumentListSyntax list) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.WithArgumentList(list),
        ObjectCreationExpressionSyntax { ArgumentList: null } creation => creation.WithType(creation.Type.WithoutTrailingTrivia()).WithArgumentList(list.WithTrailingTrivia(creation.Type.GetTrailingTrivia())),
        BaseObjectCreationExpressionSyntax creation => creation.WithArgumentList(list),
        _ => call,
    };
}
