using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT304: includes the member, in whatever file it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DroppedBySerializerFix))]
public sealed class DroppedBySerializerFix() : WeftCodeFix(RuleIds.DroppedBySerializer, "Include the member")
{
    private protected override async Task<Action?> PlanAsync(SolutionSession solution, EditSession session, Diagnostic diagnostic, int title)
    {
        if (await solution.OtherAsync<SyntaxNode>(diagnostic, 0, session.Document.Project).ConfigureAwait(false) is not { } dropped) return null;
        if (dropped.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || member is BaseTypeDeclarationSyntax) return null;
        return () =>
        {
            if (!dropped.Session.Once(member)) return;
            dropped.Session.Editor.ReplaceNode(member, (current, _) => Types.WithAttribute(current, Names.Attribute("global::System.Text.Json.Serialization.JsonInclude")));
        };
    }
}
