using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Editing;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT207: begins a trace whose first event refers to the event that started the work.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LongLivedWorkFix))]
public sealed class LongLivedWorkFix() : WeftCodeFix(RuleIds.LongLivedWork, "Begin a trace of its own, with a link to this one")
{
    private const string Link = "new global::Weft.TraceContext(global::Weft.TraceId.New(), {0}.LastEvent)";

    private protected override Action? Plan(EditSession session, Diagnostic diagnostic, int title) => Fork.Plan(session, diagnostic, Link);
}
