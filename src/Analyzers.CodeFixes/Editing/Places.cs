using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Weft.Analyzers.Editing;

/// <summary>Where a statement can be put in front of an expression: before its statement, or into a body that was an expression.</summary>
internal static class Places
{
    /// <summary>The statement, or the body of an arrow, that an expression is evaluated in; null where nothing can be put in front of it.</summary>
    internal static SyntaxNode? StatementAround(SyntaxNode expression)
    {
        SyntaxNode inner = expression;
        for (SyntaxNode? outer = expression.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or LabeledStatementSyntax or CatchFilterClauseSyntax or QueryClauseSyntax:
                    return null; // evaluated again and again, or when something in front of it would not be
                case StatementSyntax statement:
                    return statement.Parent is LabeledStatementSyntax ? null : statement;
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow:
                    return arrow;
                case LambdaExpressionSyntax lambda when lambda.ExpressionBody == inner:
                    return null;
                case MemberDeclarationSyntax:
                    return null;
            }
        }
        return null;
    }

    internal static void Insert(EditSession session, SyntaxNode container, List<StatementSyntax> statements)
    {
        switch (container)
        {
            case StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement:
                Insert(session, statement, statements.ConvertAll(each => (SyntaxNode)each));
                break;
            case StatementSyntax { Parent: GlobalStatementSyntax global }:
                Insert(session, global, statements.ConvertAll(each => (SyntaxNode)SyntaxFactory.GlobalStatement(each.WithTrailingTrivia(EndOfLine(session)))));
                break;
            case StatementSyntax statement:
                session.Editor.ReplaceNode(statement, (current, _) =>
                    Bodies.Block(statements.Append((StatementSyntax)current)).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation));
                break;
            case ArrowExpressionClauseSyntax arrow:
                ReplaceArrow(session, arrow, statements);
                break;
        }
    }

    // A blank line above the statement goes above what is inserted; comments stay with the statement.
    private static void Insert(EditSession session, SyntaxNode statement, List<SyntaxNode> inserted)
    {
        SyntaxTriviaList lead = statement.GetLeadingTrivia();
        int blank = lead.TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Reverse().SkipWhile(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Count();
        session.Editor.InsertBefore(statement, inserted.Select((each, i) => each.WithLeadingTrivia((i == 0 ? lead.Take(blank) : []).Concat(IndentOf(statement)))));
        session.Editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(current.GetLeadingTrivia().Skip(blank)));
    }

    // The file's own: between members the formatter would add blank lines to an elastic one.
    private static SyntaxTrivia EndOfLine(EditSession session)
        => session.Root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } own ? own : SyntaxFactory.LineFeed;

    private static SyntaxTriviaList IndentOf(SyntaxNode statement)
    {
        SyntaxTrivia indent = statement.GetLeadingTrivia().LastOrDefault();
        return indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : SyntaxFactory.TriviaList();
    }

    private static void ReplaceArrow(EditSession session, ArrowExpressionClauseSyntax arrow, List<StatementSyntax> statements)
    {
        bool isVoid = session.Model.GetDeclaredSymbol(arrow.Parent!, session.CancellationToken) is IMethodSymbol method && Bodies.GivesNothing(method);
        session.Editor.ReplaceNode(arrow.Parent!, (current, _) =>
        {
            ArrowExpressionClauseSyntax now = current is MethodDeclarationSyntax declaration ? declaration.ExpressionBody! : ((LocalFunctionStatementSyntax)current).ExpressionBody!;
            BlockSyntax block = Bodies.Block(statements.Append(Bodies.StatementOf(now.Expression.WithoutTrailingTrivia(), isVoid)));
            SyntaxNode replaced = current is MethodDeclarationSyntax member
                ? member.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(member.SemicolonToken.TrailingTrivia))
                : ((LocalFunctionStatementSyntax)current).WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(((LocalFunctionStatementSyntax)current).SemicolonToken.TrailingTrivia));
            return replaced.WithAdditionalAnnotations(Formatter.Annotation);
        });
    }
}
