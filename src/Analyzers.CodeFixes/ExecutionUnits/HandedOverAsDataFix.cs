using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT104: sends the unit's context instead of the unit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandedOverAsDataFix))]
public sealed class HandedOverAsDataFix() : WeftCodeFix(RuleIds.HandedOverAsData, "Send the context")
{
    private protected override async Task<Action?> PlanAsync(SolutionSession solution, EditSession session, Diagnostic diagnostic, int title)
        => session.NodeAt(diagnostic.Location) is { } place ? await UnitToContext.PlanAsync(solution, session, place).ConfigureAwait(false) : null;
}
