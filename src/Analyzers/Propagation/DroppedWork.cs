using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.ExecutionUnits;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT208: nobody waits for traced work, and nothing says that this is meant.</summary>
internal sealed class DroppedWork() : Rule(_descriptor, CallTraits.Task, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.DroppedWork,
        "Traced work dropped without detach",
        "Nobody waits for '{0}', which is part of a trace: await it, or hand it to Lineage.Detach",
        "Weft.Propagation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Work that nobody waits for may still run when its unit has ended. Lineage.Detach says that it goes on by itself on purpose.",
        helpLinkUri: HelpLink(RuleIds.DroppedWork));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        var call = (IInvocationOperation)operation;
        if (!RunningTogether.IsTask(call.Type) || !IsDropped(call)) return;
        if (!TracedCode.IsGivenTrace(call, member.Weft) && (member.IsWoven || member.Index.Scopes.At(call) is null)) return;
        member.Report(new Finding(this, Call.NameOf(call.Syntax), call.TargetMethod.Name) { Others = [call.Syntax] });
    }

    private static bool IsDropped(IOperation call) => Call.Around(call) is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
}
