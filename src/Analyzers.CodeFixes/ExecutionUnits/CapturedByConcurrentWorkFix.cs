using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT101: takes the context before, and starts a unit inside.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CapturedByConcurrentWorkFix))]
public sealed class CapturedByConcurrentWorkFix() : WeftCodeFix(RuleIds.CapturedByConcurrentWork, "Take the context before, and start a unit inside")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title) => Fork.Plan(session, diagnostic);
}
