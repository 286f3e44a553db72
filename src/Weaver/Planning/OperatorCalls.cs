using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning;

/// <summary>
/// The calls of a method that have a method of <c>Woven</c> to go to. Only <c>call</c> counts: what <c>ldftn</c> and <c>ldtoken</c> name (method groups,
/// expression trees) is data, and a database provider must see what the compiler wrote.
/// </summary>
internal static class OperatorCalls
{
    public static IReadOnlyDictionary<Instruction, MappedOperator> Find(MethodIl il, OperatorMap operators)
    {
        var found = new Dictionary<Instruction, MappedOperator>();
        foreach (Instruction instruction in il.Instructions)
        {
            if (instruction.OpCode.Code == Code.Call && operators.Find((MethodReference)instruction.Operand) is { } mapped)
                found.Add(instruction, mapped);
        }
        return found;
    }
}
