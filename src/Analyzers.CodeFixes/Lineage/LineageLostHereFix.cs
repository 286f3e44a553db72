using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT302: says that lineage ends in the member on purpose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LineageLostHereFix))]
public sealed class LineageLostHereFix() : WeftCodeFix(RuleIds.LineageLostHere, "Mark with [LineageBoundary]")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        // A field cannot bear the attribute, and its type would say more than is meant.
        if (session.Other<MemberDeclarationSyntax>(diagnostic, 0) is not { } member || member is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)) return null;
        return () =>
        {
            if (!session.Once(member)) return;
            session.Editor.ReplaceNode(member, (current, _) => Types.WithAttribute(current, Names.Attribute("global::Weft.LineageBoundary")));
        };
    }
}
