using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT207: work that outlives the handling of a request goes on in the request's trace.</summary>
internal sealed class LongLivedWork() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.LongLivedWork,
        "Long-lived work inherits a request's context",
        "'{0}' starts work that outlives '{1}': begin a trace of its own, with a link to this one",
        "Weft.Propagation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A trace is one computation. A thread that serves the whole program would put everything that it does later into the trace of the request that happened to start it.",
        helpLinkUri: HelpLink(RuleIds.LongLivedWork));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        foreach (HandedDelegate handed in member.HandedDelegates(operation))
        {
            if (handed.Kind != SinkKind.Concurrent || !IsLongLived(handed.Call) || !handed.Body.IsLambda || member.Index.Scopes.HandlerAt(operation) is not { Scope: { } handler }) continue;
            if (handed.Body.AmbientUse(member.Weft) is not IInvocationOperation start) continue;
            member.Report(new Finding(this, Call.NameOf(start.Syntax), handed.Call.Name, handler.Name) { Others = [handed.Body.Syntax, handed.Call.Syntax] });
        }
    }

    private static bool IsLongLived(Call call)
        => call.Method.ContainingType.Name == "Thread"
        || call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(value => value is IFieldReferenceOperation { Field: { Name: "LongRunning", ContainingType.Name: "TaskCreationOptions" } }));
}
