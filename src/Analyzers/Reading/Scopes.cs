using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>The extents of execution units: what runs between their start and their end.</summary>
internal static class Scopes
{
    /// <summary>The operations that run while the unit that a call starts is open, as far as the same block tells.</summary>
    internal static IEnumerable<IOperation> Extent(IOperation start)
    {
        for (IOperation? outer = start.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
            if (outer is IUsingOperation { Body: { } body }) return [body];
        return Functions.After(start);
    }

    /// <summary>The scopes that are open around an operation in its own function, from the innermost out: their variable and the call that started them.</summary>
    internal static IEnumerable<(ILocalSymbol Scope, IInvocationOperation Start)> Around(IOperation operation, WeftSymbols weft)
    {
        IOperation inner = operation;
        for (IOperation? outer = operation.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    yield break;
                case IUsingOperation use when use.Body == inner && DeclaredBy(use.Resources, weft) is { } declared:
                    yield return declared;
                    break;
                case IBlockOperation block:
                    foreach (IOperation statement in block.Operations.TakeWhile(other => other != inner).Reverse())
                        if (statement is IUsingDeclarationOperation use && DeclaredBy(use.DeclarationGroup, weft) is { } before) yield return before;
                    break;
            }
        }
    }

    /// <summary>The argument that says what a unit depends on; null when it goes on from the current one.</summary>
    internal static IOperation? CauseOf(IInvocationOperation start)
        => start.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "cause") is { ArgumentKind: ArgumentKind.Explicit } argument ? argument.Value : null;

    /// <summary>The member of <c>ExecutionUnitKind</c> that a unit is started with; null when it is not written down there.</summary>
    internal static IFieldReferenceOperation? KindOf(IInvocationOperation start)
        => start.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "kind")?.Value is { } value ? Call.Unwrap(value) as IFieldReferenceOperation : null;

    private static (ILocalSymbol, IInvocationOperation)? DeclaredBy(IOperation declaration, WeftSymbols weft)
    {
        foreach (IVariableDeclaratorOperation variable in declaration.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>())
            if (variable.GetVariableInitializer()?.Value is { } value && Call.Unwrap(value) is IInvocationOperation start && weft.IsStart(start)) return (variable.Symbol, start);
        return null;
    }
}
