using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT210: what leaves the process has no headers that say what it depends on.</summary>
internal sealed class NoHeaders() : Rule(_descriptor, CallTraits.Sink | CallTraits.Client, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.NoHeaders,
        "Outgoing call without header injection",
        "What '{0}' sends carries no lineage: {1}",
        "Weft.Propagation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Lineage crosses to another process in the headers of a message. What is sent without them is a source that nobody traced on the other side.",
        helpLinkUri: HelpLink(RuleIds.NoHeaders));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (operation is IObjectCreationOperation creation) ExamineClient(creation, member);
        else ExaminePublish((IInvocationOperation)operation, member);
    }

    internal static bool IsClient(INamedTypeSymbol type)
        => type is { Name: "HttpClient", ContainingNamespace: { Name: "Http", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" } } };

    private void ExamineClient(IObjectCreationOperation creation, MemberAnalysis member)
    {
        if (creation.Constructor is not { Parameters.IsEmpty: true } constructor || !IsClient(constructor.ContainingType)) return;
        member.Report(new Finding(this, creation.Syntax, "HttpClient", "give it a LineageHandler"));
    }

    private void ExaminePublish(IInvocationOperation call, MemberAnalysis member)
    {
        if (member.Sinks.KindOf(call.TargetMethod) != SinkKind.Broker || !IsTraced(call, member) || member.Index.InjectsContext) return;
        member.Report(new Finding(this, Call.NameOf(call.Syntax), call.TargetMethod.Name, "inject a LineageContext into its headers") { Severity = DiagnosticSeverity.Warning });
    }

    private static bool IsTraced(IOperation call, MemberAnalysis member)
        => TracedCode.ContextAt(call, member) is not null || ContextInScope.Find(call, member, member.Weft.LineageContext) is not null;
}
