using Mono.Cecil;
using Weft.Catalog;

namespace Weft.Fody.Mapping;

/// <summary>An original method and the method of <c>Woven</c> that takes its place.</summary>
internal sealed class MappedOperator(OperatorRow row, MethodDefinition woven, IReadOnlyList<int> recordOperands)
{
    /// <summary>The catalog's row.</summary>
    public OperatorRow Row => row;

    public MethodDefinition Woven => woven;

    /// <summary>The positions of the operands that bring records; of an instance method's, the receiver is the first. None of an operator that only writes them out.</summary>
    public IReadOnlyList<int> RecordOperands => recordOperands;
}
