using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>Locals of a member.</summary>
internal static class Locals
{
    /// <summary>The value of a local that is declared with one and never gets another; else null.</summary>
    internal static IOperation? OnlyValueOf(ILocalSymbol local, MemberAnalysis member)
    {
        IOperation? value = null;
        foreach (IOperation operation in member.AllOperations)
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol, local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case ILocalReferenceOperation reference when Is(reference.Local, local) && IsWritten(reference):
                    return null;
            }
        }
        return value;
    }

    /// <summary>The references to a local, those in lambdas and local functions too.</summary>
    internal static IEnumerable<ILocalReferenceOperation> ReferencesTo(ILocalSymbol local, MemberAnalysis member)
        => member.AllOperations.OfType<ILocalReferenceOperation>().Where(reference => Is(reference.Local, local));

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

    private static bool Is(ISymbol symbol, ISymbol other) => SymbolEqualityComparer.Default.Equals(symbol, other);
}
