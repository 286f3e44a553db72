using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT211: marks the parameter, of a partial method in the file in which it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExecutorWithoutAnnotationFix))]
public sealed class ExecutorWithoutAnnotationFix() : WeftCodeFix(RuleIds.ExecutorWithoutAnnotation, "Mark the parameter")
{
    private protected override async Task<Action?> PlanAsync(SolutionSession solution, EditSession session, Diagnostic diagnostic, int title)
    {
        if (await solution.OtherAsync<ParameterSyntax>(diagnostic, 0, session.Document.Project).ConfigureAwait(false) is not { } parameter) return null;
        if (EditSession.Property(diagnostic, "Attribute") is not { } attribute) return null;
        return () =>
        {
            if (!parameter.Session.Once(parameter.Node)) return;
            parameter.Session.Editor.ReplaceNode(parameter.Node, (current, _) => Types.WithAttribute(current, Names.Attribute("global::Weft." + attribute)));
        };
    }
}
