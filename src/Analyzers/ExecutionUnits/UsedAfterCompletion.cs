using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT105: an event of a unit after its scope was disposed, further down in the same block.</summary>
internal sealed class UsedAfterCompletion() : Rule(_descriptor, CallTraits.Unit, OperationKind.Invocation, OperationKind.Using)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.UsedAfterCompletion,
        "Execution unit used after completion",
        "The unit of '{0}' has ended: an event after its end belongs to nobody",
        "Weft.ExecutionUnits",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Disposing the scope records the unit's last event. What is recorded after it contradicts the recording; what others depend on is its LastEvent, which may still be read.",
        helpLinkUri: HelpLink(RuleIds.UsedAfterCompletion));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (EndedBy(operation, member.Weft) is not { } scope || BlockAround(operation) is not { } block) return;
        ExamineBehind(operation, block, scope, scope, member);
        int end = operation.Syntax.SpanStart;
        foreach (ILocalSymbol unit in member.Index.UnitsOf(scope, member.Index.UsesOf(scope).LastWrittenBefore(end), end)) ExamineBehind(operation, block, unit, scope, member);
    }

    // Up to where the variable gets another value; what is behind the next end in the same block is that end's.
    private void ExamineBehind(IOperation end, IOperation block, ILocalSymbol ended, ILocalSymbol scope, MemberAnalysis member)
    {
        List<ILocalReferenceOperation> references = member.Index.UsesOf(ended).References;
        IOperation? function = member.Surroundings.FunctionOf(end);
        for (int i = SourceOrder.CountBefore(references, static reference => reference.Syntax, end.Syntax.Span.End); i < references.Count && block.Syntax.Span.Contains(references[i].Syntax.Span); i++)
        {
            ILocalReferenceOperation reference = references[i];
            if (member.Surroundings.FunctionOf(reference) != function) continue;
            if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference) return;
            if (reference.Parent is IInvocationOperation call && EndedBy(call, member.Weft) is not null && BlockAround(call) == block) return;
            if (EventOf(reference, member.Weft) is { } late) member.Report(this, late.Syntax, scope.Name);
        }
    }

    private static IOperation? BlockAround(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is not (null or IBlockOperation or ISwitchCaseOperation)) outer = outer.Parent;
        return outer;
    }

    // unit.Event(...), scope.Unit.Annotate(...)
    private static IOperation? EventOf(ILocalReferenceOperation reference, WeftSymbols weft)
    {
        IOperation unit = Call.Around(reference) is IPropertyReferenceOperation { Property.Name: "Unit" } property ? property : reference;
        return Call.Around(unit) is IInvocationOperation { Instance: { } instance } call && weft.IsProgress(call.TargetMethod) && Call.Unwrap(instance) == unit ? call : null;
    }

    private static ILocalSymbol? EndedBy(IOperation operation, WeftSymbols weft) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Dispose", Instance: ILocalReferenceOperation scope, Parent: IExpressionStatementOperation } when weft.IsUnitOrScope(scope.Type) => scope.Local,
        IUsingOperation { Resources: ILocalReferenceOperation scope } when weft.IsUnitOrScope(scope.Type) => scope.Local,
        _ => null,
    };
}
