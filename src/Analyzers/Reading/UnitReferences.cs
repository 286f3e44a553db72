using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>Execution units that a piece of code uses and that were made outside of it.</summary>
internal static class UnitReferences
{
    /// <summary>The first use of each such unit in a body.</summary>
    internal static IEnumerable<(IOperation Reference, ISymbol Unit)> In(DelegateBody body, WeftSymbols weft)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.Body.DescendantsAndSelf())
            if (UnitOf(operation, weft) is { } unit && !Functions.IsDeclaredIn(unit, body.Syntax) && !IsHarmless(operation) && seen.Add(unit)) yield return (operation, unit);
    }

    /// <summary>The variable that holds the unit that an operation reads: a local, a parameter, a field or property of the object itself or of no object.</summary>
    internal static ISymbol? UnitOf(IOperation operation, WeftSymbols weft)
    {
        if (!weft.IsUnitOrScope(operation.Type)) return null;
        return operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
            IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property when !weft.IsOwn(property.Property) => property.Property,
            _ => null,
        };
    }

    /// <summary>As <see cref="UnitOf"/>, of a unit or of a scope's unit.</summary>
    internal static ISymbol? HolderOf(IOperation operation, WeftSymbols weft)
    {
        operation = Call.Unwrap(operation);
        return operation is IPropertyReferenceOperation { Property.Name: "Unit", Instance: { } scope } ? UnitOf(scope, weft) : UnitOf(operation, weft);
    }

    // Who a unit is never changes, and anybody may ask.
    private static bool IsHarmless(IOperation reference) => reference.Parent switch
    {
        INameOfOperation => true,
        IPropertyReferenceOperation { Property.Name: "Id" or "Kind" or "Name" or "Trace" } => true,
        IPropertyReferenceOperation { Property.Name: "Unit" } unit => IsHarmless(unit),
        _ => false,
    };
}
