using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT105: an event of a unit after its scope was disposed, further down in the same block.</summary>
internal sealed class UsedAfterCompletion() : Rule(_descriptor, OperationKind.Invocation, OperationKind.Using)
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
        var ended = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { scope };
        ended.UnionWith(UnitsOf(scope, member));
        foreach (IOperation statement in Functions.After(operation))
        {
            foreach (IOperation later in Functions.OwnOperations(statement))
            {
                if (later is ILocalReferenceOperation { Parent: IAssignmentOperation assignment } target && assignment.Target == target) ended.Remove(target.Local);
                if (later is not IInvocationOperation { TargetMethod.Name: "Event" or "Annotate", Instance: { } unit } call || !member.Weft.IsUnit(unit.Type)) continue;
                if (UnitReferences.HolderOf(unit, member.Weft) is { } holder && ended.Contains(holder)) member.Report(this, call.Syntax, scope.Name);
            }
        }
    }

    private static ILocalSymbol? EndedBy(IOperation operation, WeftSymbols weft) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Dispose", Instance: ILocalReferenceOperation scope, Parent: IExpressionStatementOperation } when weft.IsUnitOrScope(scope.Type) => scope.Local,
        IUsingOperation { Resources: ILocalReferenceOperation scope } when weft.IsUnitOrScope(scope.Type) => scope.Local,
        _ => null,
    };

    private static IEnumerable<ISymbol> UnitsOf(ILocalSymbol scope, MemberAnalysis member)
    {
        foreach (IVariableDeclaratorOperation declarator in member.AllOperations.OfType<IVariableDeclaratorOperation>())
            if (member.Weft.IsUnit(declarator.Symbol.Type) && Locals.OnlyValueOf(declarator.Symbol, member) is { } value
                && SymbolEqualityComparer.Default.Equals(UnitReferences.HolderOf(value, member.Weft), scope))
                yield return declarator.Symbol;
    }
}
