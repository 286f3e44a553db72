using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT206: takes the context before, and starts a unit inside.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlowSuppressedFix))]
public sealed class FlowSuppressedFix() : WeftCodeFix(RuleIds.FlowSuppressed, "Take the context before, and start a unit inside")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title) => Fork.Plan(session, diagnostic);
}
