using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning;

// Design: `await call` is, in a state machine, the call, its awaiter in a local, a test whether it has to leave, and behind the place where it comes
// back GetResult of that local. Compilers write these in order and reuse the local for later awaits, so that the first such call behind the store is
// the one. A runtime that waits by itself has one call for all of this.

/// <summary>Finds where the result of a task is put on the stack that a call gives: by await, with ConfigureAwait or without, or by asking for it.</summary>
internal sealed class AwaitedResults(MethodIl il, StackFlow flow)
{
    /// <summary>The calls that put the result of <paramref name="producer"/>'s task on the stack.</summary>
    public IEnumerable<Instruction> Of(Instruction producer)
    {
        if (producer.Operand is not MethodReference called || !IsTask(called.ReturnType)) return [];
        return Follow(producer);
    }

    private IEnumerable<Instruction> Follow(Instruction producer)
    {
        foreach (Use use in flow.Uses(producer))
        {
            Instruction? step = Operands.StoredLocal(use.Consumer, il.Method) is { } local ? FirstStep(local, use.Consumer) : use.Consumer;
            if (step?.Operand is not MethodReference called || !IsStep(called)) continue;
            if (called.Name is "GetResult" or "get_Result" or "Await")
            {
                yield return step;
                continue;
            }
            foreach (Instruction result in Follow(step)) yield return result;
        }
    }

    private Instruction? FirstStep(VariableDefinition local, Instruction store)
    {
        for (Instruction? load = store.Next; load is not null; load = load.Next)
        {
            bool isLoad = Operands.LoadedLocal(load, il.Method) == local || (load.OpCode.Code is Code.Ldloca or Code.Ldloca_S && load.Operand == local);
            if (!isLoad || !flow.Contains(load)) continue;
            Instruction? step = flow.Uses(load).Where(use => use.Operand == 0).Select(use => use.Consumer).FirstOrDefault(c => c.Operand is MethodReference called && IsStep(called));
            if (step is not null) return step;
        }
        return null;
    }

    private static bool IsStep(MethodReference called) =>
        called.Name is "GetAwaiter" or "ConfigureAwait" or "AsTask" or "Preserve" or "GetResult" or "get_Result" or "Await" && IsOfTasks(called.DeclaringType);

    private static bool IsTask(TypeReference type) => type is GenericInstanceType && type.Name is "ValueTask`1" or "Task`1" && IsOfTasks(type);

    private static bool IsOfTasks(TypeReference type)
    {
        TypeReference outermost = type.GetElementType();
        while (outermost.IsNested) outermost = outermost.DeclaringType;
        return outermost.Namespace is "System.Threading.Tasks" or "System.Runtime.CompilerServices";
    }
}
