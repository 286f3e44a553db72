using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>A local of a member, and where it is named, in lambdas and local functions too.</summary>
internal sealed class LocalUses
{
    internal LocalUses(ILocalSymbol symbol) => Symbol = symbol;

    internal ILocalSymbol Symbol { get; }

    /// <summary>What it is declared with; null where it is declared without.</summary>
    internal IOperation? Value { get; set; }

    /// <summary>In the order of the source.</summary>
    internal List<ILocalReferenceOperation> References { get; } = [];

    /// <summary>What it is declared with, where it never gets another value; else null.</summary>
    internal IOperation? OnlyValue => References.Any(IsWritten) ? null : Value;

    /// <summary>Whether a reference gives its variable another value, or lets somebody else do it.</summary>
    internal static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IAddressOfOperation => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };
}
