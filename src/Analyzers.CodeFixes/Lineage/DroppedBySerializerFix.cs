using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT304: includes the member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DroppedBySerializerFix))]
public sealed class DroppedBySerializerFix() : WeftCodeFix(RuleIds.DroppedBySerializer, "Include the member")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.Other<SyntaxNode>(diagnostic, 0)?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || member is BaseTypeDeclarationSyntax) return null;
        return () =>
        {
            if (!session.Once(member)) return;
            session.Editor.ReplaceNode(member, (current, _) => Types.WithAttribute(current, Names.Attribute("global::System.Text.Json.Serialization.JsonInclude")));
        };
    }
}
