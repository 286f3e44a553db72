using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;
using Weft.Analyzers.Sinks;

namespace Weft.Analyzers.Propagation;

/// <summary>WEFT206: a delegate runs without its creator's execution context, and uses the current unit all the same.</summary>
internal sealed class FlowSuppressed() : Rule(_descriptor, CallTraits.Sink, OperationKind.Invocation, OperationKind.ObjectCreation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.FlowSuppressed,
        "Flow suppressed around code that uses the current unit",
        "'{0}' runs this without the execution context: hand its creator's Context over",
        "Weft.Propagation",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The current execution unit flows with the execution context. Where that is suppressed, the unit is that of the thread that happens to run the work.",
        helpLinkUri: HelpLink(RuleIds.FlowSuppressed));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        foreach (HandedDelegate handed in member.HandedDelegates(operation))
        {
            bool isUnflowed = handed.Kind == SinkKind.Unflowed || (handed.Kind == SinkKind.Concurrent && IsSuppressedAround(operation));
            if (!isUnflowed || member.IsFollowed(handed.Call.Method) || !handed.Body.IsLambda || AmbientUse.FirstIn(handed.Body, member.Weft) is not { } use) continue;
            member.Report(new Finding(this, AmbientUse.PlaceOf(use), handed.Call.Name) { Others = [handed.Body.Syntax, handed.Call.Syntax] });
        }
    }

    // using (ExecutionContext.SuppressFlow()) { ... }, and the same as a declaration further up in the block.
    private static bool IsSuppressedAround(IOperation operation)
    {
        IOperation inner = operation;
        for (IOperation? outer = operation.Parent; outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer, outer = outer.Parent)
        {
            if (outer is IUsingOperation use && use.Body == inner && Suppresses(use.Resources)) return true;
            if (outer is IBlockOperation block && block.Operations.TakeWhile(statement => statement != inner).Any(statement => statement is IUsingDeclarationOperation && Suppresses(statement))) return true;
        }
        return false;
    }

    private static bool Suppresses(IOperation resources)
        => resources.DescendantsAndSelf().Any(operation => operation is IInvocationOperation { TargetMethod: { Name: "SuppressFlow", ContainingType.Name: "ExecutionContext" } });
}
