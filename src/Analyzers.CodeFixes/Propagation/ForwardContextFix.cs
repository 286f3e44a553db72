using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT201: passes the context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardContextFix))]
public sealed class ForwardContextFix() : WeftCodeFix(RuleIds.ForwardContext, "Pass the context")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title) => ContextArgument.Plan(session, diagnostic);
}
