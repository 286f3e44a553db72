using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT205: a delegate that is kept for later uses whatever unit is current then.</summary>
internal sealed class DeferredWithoutContext() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.EventAssignment)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.DeferredWithoutContext,
        "Deferred work does not capture its creator's context",
        "'{0}' runs this later, when the current unit is another one, or long done: take its Context before",
        "Weft.Propagation",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Deferred work depends on what was done when it was handed over. What is current when it runs is its creator's unit, which has gone on or ended, or that of whoever runs it.",
        helpLinkUri: HelpLink(RuleIds.DeferredWithoutContext));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (operation is IEventAssignmentOperation { Adds: true } subscription)
        {
            string name = subscription.EventReference is IEventReferenceOperation reference ? reference.Event.Name : "the event";
            foreach (DelegateBody body in DelegateBody.Of(subscription.HandlerValue, member))
                Report(body, subscription.Syntax, name, DiagnosticSeverity.Info, member);
            return;
        }
        foreach (HandedDelegate handed in member.HandedDelegates(operation))
            if (handed.Kind == SinkKind.Deferred && !member.IsFollowed(handed.Call.Method)) Report(handed.Body, handed.Call.Syntax, handed.Call.Name, severity: null, member);
    }

    private void Report(DelegateBody body, SyntaxNode call, string name, DiagnosticSeverity? severity, MemberAnalysis member)
    {
        if (!body.IsLambda || body.AmbientUse(member.Weft) is not { } use) return;
        member.Report(new Finding(this, AmbientUse.PlaceOf(use), name) { Severity = severity, Others = [body.Syntax, call] });
    }
}
