using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT211: marks the parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExecutorWithoutAnnotationFix))]
public sealed class ExecutorWithoutAnnotationFix() : WeftCodeFix(RuleIds.ExecutorWithoutAnnotation, "Mark the parameter")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.Other<ParameterSyntax>(diagnostic, 0) is not { } parameter || EditSession.Property(diagnostic, "Attribute") is not { } attribute) return null;
        return () =>
        {
            if (!session.Once(parameter)) return;
            session.Editor.ReplaceNode(parameter, (current, _) => Types.WithAttribute(current, Names.Attribute("global::Weft." + attribute)));
        };
    }
}
