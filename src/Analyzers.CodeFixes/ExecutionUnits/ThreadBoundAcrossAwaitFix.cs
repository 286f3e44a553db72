using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT106: starts a unit of the kind Task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThreadBoundAcrossAwaitFix))]
public sealed class ThreadBoundAcrossAwaitFix() : WeftCodeFix(RuleIds.ThreadBoundAcrossAwait, "Start a unit of the kind Task")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.NodeAt(diagnostic.Location) is not { } place) return null;
        if (place.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault() is not { Identifier.ValueText: "Thread" } name) return null;
        return () => session.Editor.ReplaceNode(name, (current, _) => SyntaxFactory.IdentifierName("Task").WithTriviaFrom(current));
    }
}
