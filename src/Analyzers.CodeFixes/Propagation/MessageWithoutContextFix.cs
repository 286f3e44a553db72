using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT203: adds a member for the context to the message's type, in whatever file it stands, and fills it where the message is made.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MessageWithoutContextFix))]
public sealed class MessageWithoutContextFix() : WeftCodeFix(RuleIds.MessageWithoutContext, "Add a member for the context")
{
    private protected override async Task<Action?> PlanAsync(SolutionSession solution, EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.NodeAt(diagnostic.Location)?.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation || creation.Span != diagnostic.Location.SourceSpan) return null;
        if (creation.Initializer is { } given && !given.IsKind(SyntaxKind.ObjectInitializerExpression)) return null;
        if (EditSession.Property(diagnostic, "Argument") is not { } context) return null;
        if (await solution.OtherAsync<TypeDeclarationSyntax>(diagnostic, 0, session.Document.Project).ConfigureAwait(false) is not { } type) return null;
        return () =>
        {
            string member = EditSession.Property(diagnostic, "Member") ?? type.Session.MemberOnce(type.Node, "Trace", name => Names.Member($"public global::Weft.TraceContext {name} {{ get; init; }}"));
            session.Editor.ReplaceNode(creation, (current, _) => Initializers.Add((BaseObjectCreationExpressionSyntax)current, member, context));
        };
    }
}
