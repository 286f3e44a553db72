using Microsoft.CodeAnalysis;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT206: a delegate runs without its creator's execution context, and uses the current unit all the same.</summary>
internal sealed class FlowSuppressed() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.FlowSuppressed,
        "Flow suppressed around code that uses the current unit",
        "'{0}' runs this without the execution context: hand its creator's Context over, or TraceContext.None where it is to begin by itself",
        "Weft.Propagation",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The current execution unit flows with the execution context. Where that is suppressed, the unit is that of the thread that happens to run the work.",
        helpLinkUri: HelpLink(RuleIds.FlowSuppressed));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        foreach (HandedDelegate handed in member.HandedDelegates(operation))
        {
            if (handed.Kind is not (SinkKind.Unflowed or SinkKind.Concurrent) || member.IsFollowed(handed.Call.Method) || !handed.Body.IsLambda || handed.Body.AmbientUse(member.Weft) is not { } use) continue;
            if (handed.Kind == SinkKind.Concurrent && !member.Index.Statements.IsFlowSuppressed(operation)) continue;
            member.Report(new Finding(this, AmbientUse.PlaceOf(use), handed.Call.Name)
            {
                Others = [handed.Body.Syntax, handed.Call.Syntax],
                // Who suppresses the flow around work that begins a unit of its own may well mean that the unit is to go on from nobody.
                Severity = handed.Kind == SinkKind.Concurrent && !member.Weft.IsCurrent(use) ? DiagnosticSeverity.Info : null,
            });
        }
    }
}
