using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT205: takes the context before, and starts a unit inside.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeferredWithoutContextFix))]
public sealed class DeferredWithoutContextFix() : WeftCodeFix(RuleIds.DeferredWithoutContext, "Take the context before, and start a unit inside")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title) => Fork.Plan(session, diagnostic);
}
