using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Weft.Analyzers.Editing;

/// <summary>Bodies of lambdas, and how a statement gets to their beginning.</summary>
internal static class Bodies
{
    /// <summary>Whether a body's last expression is a statement of its own, rather than what is returned.</summary>
    internal static bool GivesNothing(IMethodSymbol method) => method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });

    internal static StatementSyntax StatementOf(ExpressionSyntax expression, bool givesNothing)
        => givesNothing || expression is ThrowExpressionSyntax
            ? expression is ThrowExpressionSyntax thrown ? SyntaxFactory.ThrowStatement(thrown.Expression) : SyntaxFactory.ExpressionStatement(expression)
            : SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression, SyntaxFactory.Token(SyntaxKind.SemicolonToken));

    /// <summary>A block with each statement on a line of its own.</summary>
    internal static BlockSyntax Block(IEnumerable<StatementSyntax> statements) => SyntaxFactory.Block(
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed), SyntaxFactory.List(statements.Select(OnItsLine)), SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    /// <summary>
    /// Puts a statement at the beginning of a lambda, which becomes a block, and asynchronous where it gives a task: what the statement declares with <c>using</c> must live until the task
    /// is done. Null where that cannot be.
    /// </summary>
    internal static Action? PlanFirstStatement(EditSession session, AnonymousFunctionExpressionSyntax lambda, Func<StatementSyntax> statement)
    {
        if (lambda.Modifiers.Any(SyntaxKind.StaticKeyword) || session.Model.GetSymbolInfo(lambda, session.CancellationToken).Symbol is not IMethodSymbol symbol) return null;
        bool becomesAsync = !symbol.IsAsync && IsTask(symbol.ReturnType);
        if (becomesAsync && (lambda.Block is not null || symbol.Parameters.Any(parameter => parameter.RefKind != RefKind.None))) return null;
        bool givesNothing = GivesNothing(symbol) || (becomesAsync && symbol.ReturnType is INamedTypeSymbol { IsGenericType: false });
        return () =>
        {
            StatementSyntax first = statement();
            session.Editor.ReplaceNode(lambda, (current, _) => WithFirst((AnonymousFunctionExpressionSyntax)current, first, becomesAsync, givesNothing));
        };
    }

    private static SyntaxNode WithFirst(AnonymousFunctionExpressionSyntax lambda, StatementSyntax first, bool becomesAsync, bool givesNothing)
    {
        // A body of several lines stays as it is; what comes first in it asks to be formatted itself.
        if (lambda.Block is { } block)
            return IsOnOneLine(block) ? lambda.WithBody(WithFirst(block, first)).WithAdditionalAnnotations(Formatter.Annotation) : lambda.WithBody(WithFirst(block, first));

        ExpressionSyntax body = lambda.ExpressionBody!;
        if (becomesAsync) body = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), body.WithoutLeadingTrivia());
        AnonymousFunctionExpressionSyntax changed = lambda.WithBody(Block(new[] { first, StatementOf(body, givesNothing) }));
        if (becomesAsync) changed = changed.WithAsyncKeyword(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(lambda.GetLeadingTrivia());
        return changed.WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static BlockSyntax WithFirst(BlockSyntax block, StatementSyntax first)
    {
        return IsOnOneLine(block)
            ? block.WithOpenBraceToken(block.OpenBraceToken.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)).WithStatements(SyntaxFactory.List(block.Statements.Select(OnItsLine).Prepend(first)))
            : block.WithStatements(block.Statements.Insert(0, first));
    }

    private static bool IsOnOneLine(BlockSyntax block) => !block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    private static StatementSyntax OnItsLine(StatementSyntax statement)
        => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? statement : statement.WithTrailingTrivia(statement.GetTrailingTrivia().Add(SyntaxFactory.ElasticLineFeed));

    private static bool IsTask(ITypeSymbol type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };
}
