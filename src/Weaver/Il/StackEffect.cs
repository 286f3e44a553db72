using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>How many values an instruction takes from the evaluation stack and puts on it.</summary>
internal static class StackEffect
{
    // MethodImplOptions.Async: the runtime makes the state machine, and the body returns the task's result.
    private const int RuntimeAsync = 0x2000;

    /// <summary>The number of values taken; null when the instruction empties the stack.</summary>
    public static int? Pops(Instruction instruction, MethodDefinition method) => instruction.OpCode.Code switch
    {
        Code.Ret => ReturnsValue(method) ? 1 : 0,
        Code.Call or Code.Callvirt or Code.Newobj or Code.Calli => CallPops(instruction),
        _ => instruction.OpCode.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 => 0,
            StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
            StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
                or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
            StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
                or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
            StackBehaviour.PopAll => null,
            StackBehaviour other => throw new MalformedBodyException($"unknown stack behaviour {other}", instruction),
        },
    };

    /// <summary>The number of values put on the stack.</summary>
    public static int Pushes(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newobj => 1,
        Code.Call or Code.Callvirt or Code.Calli => IsVoid(((IMethodSignature)instruction.Operand).ReturnType) ? 0 : 1,
        _ => instruction.OpCode.StackBehaviourPush switch
        {
            StackBehaviour.Push0 => 0,
            StackBehaviour.Push1_push1 => 2,
            _ => 1,
        },
    };

    private static int CallPops(Instruction instruction)
    {
        var called = (IMethodSignature)instruction.Operand;
        int count = called.Parameters.Count;
        if (instruction.OpCode.Code == Code.Newobj) return count;
        if (called.HasThis && !called.ExplicitThis) count++;
        return instruction.OpCode.Code == Code.Calli ? count + 1 : count;
    }

    private static bool ReturnsValue(MethodDefinition method)
    {
        if (IsVoid(method.ReturnType)) return false;
        bool runtimeAsync = ((int)method.ImplAttributes & RuntimeAsync) != 0;
        return !runtimeAsync || method.ReturnType is GenericInstanceType;
    }

    private static bool IsVoid(TypeReference type) => type switch
    {
        IModifierType modified => IsVoid(modified.ElementType),
        _ => type.MetadataType == MetadataType.Void,
    };
}
