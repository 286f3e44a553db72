using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT210: gives a client of HTTP the handler that injects headers, in front of the one that it has without.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoHeadersFix))]
public sealed class NoHeadersFix() : WeftCodeFix(RuleIds.NoHeaders, "Give the client a LineageHandler")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.NodeAt(diagnostic.Location)?.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation) return null;
        return () => session.Editor.ReplaceNode(creation, (current, _) =>
        {
            ArgumentListSyntax handler = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.Argument(Names.Expression("new global::Weft.LineageHandler(new global::System.Net.Http.HttpClientHandler())"))));
            return current is ObjectCreationExpressionSyntax { ArgumentList: null } named
                ? named.WithType(named.Type.WithoutTrailingTrivia()).WithArgumentList(handler.WithTrailingTrivia(named.Type.GetTrailingTrivia()))
                : ((BaseObjectCreationExpressionSyntax)current).WithArgumentList(handler.WithTriviaFrom(((BaseObjectCreationExpressionSyntax)current).ArgumentList!));
        });
    }
}
