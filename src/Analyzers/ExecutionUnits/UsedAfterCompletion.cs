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
        if (EndedBy(operation, member.Weft) is not { } scope) return;
        var ended = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default) { scope };
        ended.UnionWith(UnitsOf(scope, member));
        if (BlockAround(operation) is not { } block) return;
        IOperation? function = Functions.Around(operation);
        IEnumerable<ILocalReferenceOperation> behind = ended.SelectMany(local => member.Index.UsesOf(local).References)
            .Where(reference => reference.Syntax.SpanStart >= operation.Syntax.Span.End && block.Syntax.Span.Contains(reference.Syntax.Span) && Functions.Around(reference) == function)
            .OrderBy(reference => reference.Syntax.SpanStart).ToArray();
        foreach (ILocalReferenceOperation reference in behind)
        {
            if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference) ended.Remove(reference.Local);
            else if (ended.Contains(reference.Local) && EventOf(reference, member.Weft) is { } call) member.Report(this, call.Syntax, scope.Name);
        }
    }

    private static IOperation? BlockAround(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is not (null or IBlockOperation)) outer = outer.Parent;
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

    private static IEnumerable<ILocalSymbol> UnitsOf(ILocalSymbol scope, MemberAnalysis member)
        => member.Index.Units.Where(unit => unit.OnlyValue is { } value && SymbolEqualityComparer.Default.Equals(UnitReferences.HolderOf(value, member.Weft), scope)).Select(unit => unit.Symbol);
}
