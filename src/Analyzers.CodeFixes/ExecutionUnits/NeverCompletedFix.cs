using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT107: declares the scope with <c>using</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NeverCompletedFix))]
public sealed class NeverCompletedFix() : WeftCodeFix(RuleIds.NeverCompleted, "Declare the scope with using")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.NodeAt(diagnostic.Location)?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } start) return null;
        if (Places.StatementAround(start) is not StatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement) return null;
        return statement switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declaration when declaration.Declaration.Variables[0].Initializer?.Value == start => () => AddUsing(session, declaration),
            ExpressionStatementSyntax expression when expression.Expression == start || expression.Expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discard && discard.Right == start
                => () => Replace(session, expression, start),
            _ => () => Lift(session, statement, start),
        };
    }

    private static void AddUsing(EditSession session, LocalDeclarationStatementSyntax declaration) => session.Editor.ReplaceNode(declaration, (current, _) =>
    {
        var now = (LocalDeclarationStatementSyntax)current;
        return now.WithoutLeadingTrivia().WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(now.GetLeadingTrivia());
    });

    private static void Replace(EditSession session, ExpressionStatementSyntax statement, InvocationExpressionSyntax start)
    {
        string scope = session.NewName(statement, "unitScope");
        session.Editor.ReplaceNode(statement, (current, _) => Names.Statement(Declaration(scope, start)).WithTriviaFrom(current));
    }

    // The unit of a scope that nobody has: the scope gets a local of its own.
    private static void Lift(EditSession session, StatementSyntax statement, InvocationExpressionSyntax start)
    {
        string scope = session.NewName(statement, "unitScope");
        session.InsertBefore(statement, Names.Statement(Declaration(scope, start)));
        session.Editor.ReplaceNode(start, (current, _) => SyntaxFactory.IdentifierName(scope).WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static string Declaration(string scope, InvocationExpressionSyntax start) => $"using global::Weft.ExecutionUnitScope {scope} = {start.WithoutTrivia().ToFullString()};";
}
