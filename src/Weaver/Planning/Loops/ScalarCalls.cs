using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Catalog;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning.Loops;

/// <summary>The calls of operators that make one value of records: <c>First</c>, <c>Sum</c>.</summary>
/// <param name="operators">The operators that are woven.</param>
internal sealed class ScalarCalls(OperatorMap operators)
{
    /// <summary>The operator that an instruction calls; null of any other, and of one that only looks at records.</summary>
    public OperatorRow? Find(Instruction instruction) =>
        instruction.OpCode.Code == Code.Call && instruction.Operand is MethodReference called && operators.Find(called) is { Row: { Result: OperatorResult.Scalar or OperatorResult.Text, Rule: not LineageRule.Control, DeclaringType: "System.Linq.Enumerable" or "System.Linq.ParallelEnumerable" or "System.String" } row } ? row : null;
}
