using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT209: records the event before the signal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SilentSignalFix))]
public sealed class SilentSignalFix() : WeftCodeFix(RuleIds.SilentSignal, "Record an event before the signal")
{
    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title)
    {
        if (session.Other<InvocationExpressionSyntax>(diagnostic, 0) is not { } call || Places.StatementAround(call) is not { } place) return null;
        string kind = session.NodeAt(diagnostic.Location)?.ToString() == "Release" ? "Release" : "Signal";
        return () => session.InsertBefore(place, Names.Statement($"global::Weft.ExecutionUnit.Current.Event(global::Weft.EventKind.{kind});"));
    }
}
