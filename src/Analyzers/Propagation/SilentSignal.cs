using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT209: a signal lets others go on, and the recording does not say so.</summary>
internal sealed class SilentSignal() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.SilentSignal,
        "Signal or lock hand-off without context",
        "'{0}' lets another executor go on: record an event of the kind Signal before it",
        "Weft.Propagation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Who waits for a signal depends on who gives it. Without an event, the recording shows two units that have nothing to do with each other.",
        helpLinkUri: HelpLink(RuleIds.SilentSignal));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        var call = (IInvocationOperation)operation;
        if (member.Sinks.KindOf(call.TargetMethod) != SinkKind.Signal || member.IsFollowed(call.TargetMethod) || IsTold(call, member)) return;
        member.Report(new Finding(this, Call.NameOf(call.Syntax), call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name) { Others = [call.Syntax] });
    }

    private static bool IsTold(IOperation signal, MemberAnalysis member)
        => member.Index.Statements.Before(signal) is { } before
        && before.DescendantsAndSelf().Any(inner => inner is IInvocationOperation { TargetMethod: { Name: "Event" } method } && member.Weft.IsUnit(method.ContainingType));
}
