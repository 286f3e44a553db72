using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Weft.Analyzers.Reading;

namespace Weft.Analyzers.Lineage;

/// <summary>WEFT303: records are turned into their numbers, and the numbers into records again.</summary>
internal sealed class RebuiltFromIndex() : Rule(_descriptor, CallTraits.Linq, OperationKind.Invocation)
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.RebuiltFromIndex,
        "Lineage lost here: projected to a scalar, then rebuilt",
        "What is made here follows from the numbers of Range, not from the records of '{0}': project the records themselves",
        "Weft.Lineage",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A record that is looked up by its number is a value like any other. The flow is that of the numbers, which come from nowhere.",
        helpLinkUri: HelpLink(RuleIds.RebuiltFromIndex));

    internal override void Examine(IOperation operation, MemberAnalysis member)
    {
        if (!member.IsWoven || operation is not IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" } } select || select.Arguments.Length != 2) return;
        if (Call.Unwrap(select.Arguments[0].Value) is not IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" } } range) return;
        if (range.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: 0 } || CountedBy(range.Arguments[1].Value) is not { } records) return;
        if (Call.Unwrap(select.Arguments[1].Value) is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters.Length: 1 } lambda }) return;
        if (!lambda.Body.Descendants().Any(inner => IsLookUp(inner, records, lambda.Symbol.Parameters[0]))) return;
        if (member.Surroundings.IsInExpressionTree(operation) || member.Weft.IsBoundary(member.Symbol)) return;
        member.Report(new Finding(this, Call.NameOf(range.Syntax), records.Name) { Others = [select.Syntax, range.Syntax, lambda.Syntax] });
    }

    /// <summary>Whether an operation is <c>records[index]</c>.</summary>
    internal static bool IsLookUp(IOperation operation, ISymbol records, IParameterSymbol index)
    {
        (IOperation? collection, IOperation? at) = operation switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } item => (item.Instance, item.Arguments[0].Value),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => (element.ArrayReference, element.Indices[0]),
            _ => default,
        };
        return collection is not null && SymbolEqualityComparer.Default.Equals(VariableOf(collection), records)
            && at is not null && Call.Unwrap(at) is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, index);
    }

    private static ISymbol? CountedBy(IOperation count)
        => Call.Unwrap(count) is IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { Type: { } type } instance } && RecordTypes.Gives(type) ? VariableOf(instance) : null;

    private static ISymbol? VariableOf(IOperation operation) => Call.Unwrap(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };
}
