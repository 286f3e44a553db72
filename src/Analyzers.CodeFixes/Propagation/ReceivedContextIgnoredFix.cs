using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT204: starts the unit with the message's context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReceivedContextIgnoredFix))]
public sealed class ReceivedContextIgnoredFix() : WeftCodeFix(RuleIds.ReceivedContextIgnored, "Depend on the received context")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title) => ContextArgument.Plan(session, diagnostic);
}
