using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.ExecutionUnits;

/// <summary>WEFT107: nobody can end a unit, because its scope is dropped, or held by a local that is only asked for the unit.</summary>
internal sealed class NeverCompleted() : Rule(_descriptor, CallTraits.Unit, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.NeverCompleted,
        "Execution unit started and never completed",
        "The unit that is started here never ends: declare its scope with 'using'",
        "Weft.ExecutionUnits",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A unit ends when its scope is disposed. Until then it stays the current one of everything that the flow does, and the recording says that it is still at work.",
        helpLinkUri: HelpLink(RuleIds.NeverCompleted));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (!member.Weft.IsStart(operation)) return;
        if (IsDropped(operation) || (HolderOf(operation) is { } local && member.Index.UsesOf(local).References.All(IsOnlyAskedForItsUnit)))
            member.Report(this, Call.NameOf(operation.Syntax));
    }

    private static bool IsDropped(IOperation start) => Call.Around(start) switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } => true, // using (_ = ...) ends it
        IPropertyReferenceOperation { Property.Name: "Unit" } => !IsInInitializerOfField(start),
        _ => false,
    };

    private static ILocalSymbol? HolderOf(IOperation start)
        => Call.Around(start) is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } && !IsUsing(declarator) ? declarator.Symbol : null;

    private static bool IsUsing(IOperation declarator)
    {
        for (IOperation? outer = declarator.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
            if (outer is IUsingDeclarationOperation or IUsingOperation) return true;
        return false;
    }

    private static bool IsOnlyAskedForItsUnit(ILocalReferenceOperation scope) => scope.Parent is IPropertyReferenceOperation or INameOfOperation;

    // A unit that lives as long as its object.
    private static bool IsInInitializerOfField(IOperation start) => Functions.Root(start) is IFieldInitializerOperation or IPropertyInitializerOperation;
}
