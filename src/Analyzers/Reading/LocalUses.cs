using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Weft.Analyzers.Reading;

/// <summary>A local of a member, and where it is named, in lambdas and local functions too.</summary>
internal sealed class LocalUses
{
    private readonly List<ILocalReferenceOperation> _references = [];
    private List<ILocalReferenceOperation>? _writes;
    private bool _isInOrder;

    internal LocalUses(ILocalSymbol symbol) => Symbol = symbol;

    internal ILocalSymbol Symbol { get; }

    /// <summary>What it is declared with; null where it is declared without.</summary>
    internal IOperation? Value { get; set; }

    /// <summary>In the order of the source.</summary>
    internal List<ILocalReferenceOperation> References
    {
        get
        {
            if (!_isInOrder) SourceOrder.Sort(_references);
            _isInOrder = true;
            return _references;
        }
    }

    /// <summary>Adds a use; all are added before one is asked for.</summary>
    internal void Add(ILocalReferenceOperation reference) => _references.Add(reference);

    /// <summary>What it is declared with, where it never gets another value; else null.</summary>
    internal IOperation? OnlyValue => Writes.Count > 0 ? null : Value;

    private List<ILocalReferenceOperation> Writes => _writes ??= References.FindAll(IsWritten);

    /// <summary>Where it last got another value in front of a position; 0 where it has what it is declared with.</summary>
    internal int LastWrittenBefore(int position)
    {
        int count = SourceOrder.CountBefore(Writes, static write => write.Syntax, position);
        return count > 0 ? Writes[count - 1].Syntax.SpanStart : 0;
    }

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
