using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Catalog;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning;

/// <summary>
/// The calls of a method that have a method of <c>Woven</c> to go to. Only calls count: what <c>ldftn</c> and <c>ldtoken</c> name (method groups,
/// expression trees) is data, and a database provider must see what the compiler wrote.
/// </summary>
internal static class OperatorCalls
{
    public static IReadOnlyDictionary<Instruction, MappedOperator> Find(MethodIl il, OperatorMap operators)
    {
        var found = new Dictionary<Instruction, MappedOperator>();
        foreach (Instruction instruction in il.Instructions)
        {
            if (instruction.Operand is MethodReference called && operators.Find(called) is { } mapped && IsCall(instruction, called))
                found.Add(instruction, mapped);
        }
        return found;
    }

    /// <summary>Whether an instruction calls the method that it names, so that another one may take its place.</summary>
    public static bool IsCall(Instruction instruction, MethodReference called) => instruction.OpCode.Code switch
    {
        Code.Newobj => true,
        // Of virtual methods of a class this is a call of the base type's method, which is not what a virtual call would come to.
        Code.Call => !called.HasThis || (called.Name != OperatorRow.Constructor && (called.DeclaringType.IsValueType || called.Resolve() is { IsVirtual: false })),
        // A constrained call has the receiver's address on the stack.
        Code.Callvirt => instruction.Previous?.OpCode.Code != Code.Constrained,
        _ => false,
    };
}
