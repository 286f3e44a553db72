using Mono.Cecil;
using Weft.Catalog;

namespace Weft.Fody.Mapping;

/// <summary>An original method and the method of <c>Woven</c> that takes its place.</summary>
internal sealed class MappedOperator(OperatorRow row, MethodDefinition woven, IReadOnlyList<int> recordParameters)
{
    /// <summary>The catalog's row.</summary>
    public OperatorRow Row => row;

    public MethodDefinition Woven => woven;

    /// <summary>The positions of the parameters that bring records.</summary>
    public IReadOnlyList<int> RecordParameters => recordParameters;
}
