using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Loops;

/// <summary>A call of <c>List&lt;T&gt;.Add</c> in the bodies of loops over records.</summary>
internal sealed class FollowedAdd(TypeReference item, IReadOnlyList<Loop> loops)
{
    /// <summary>The type of the list's items.</summary>
    public TypeReference Item => item;

    /// <summary>The loops around the call, from the innermost out; at least one.</summary>
    public IReadOnlyList<Loop> Loops => loops;
}

/// <summary>Finds the calls of <c>List&lt;T&gt;.Add</c> that stand in the body of a loop over records. A lambda's body is a method of its own, and in no loop.</summary>
internal static class LoopAdds
{
    private static readonly IReadOnlyDictionary<Instruction, FollowedAdd> _none = new Dictionary<Instruction, FollowedAdd>();

    /// <param name="il">The method.</param>
    /// <param name="flow">Gives the method's stack; asked for only when there is something to look for.</param>
    public static IReadOnlyDictionary<Instruction, FollowedAdd> Find(MethodIl il, Func<StackFlow> flow)
    {
        // Locals that start as null are what keeps the runtime's knowledge of a loop.
        if (!il.Method.Body.InitLocals || !il.Instructions.Any(IsAdd) || !LoopSearch.IsWorthwhile(il)) return _none;

        IReadOnlyList<Loop> loops = new LoopSearch(il, flow()).Run();
        var found = new Dictionary<Instruction, FollowedAdd>();
        for (int i = 0; i < il.Instructions.Count; i++)
        {
            Instruction call = il.Instructions[i];
            if (!IsAdd(call) || call.Previous?.OpCode.Code == Code.Tail) continue;
            Loop[] around = loops.Where(loop => loop.Contains(i)).OrderBy(loop => loop.Length).ToArray();
            if (around.Length > 0) found.Add(call, new FollowedAdd(((GenericInstanceType)((MethodReference)call.Operand).DeclaringType).GenericArguments[0], around));
        }
        return found;
    }

    private static bool IsAdd(Instruction instruction) =>
        instruction.OpCode.Code == Code.Callvirt
        && instruction.Operand is MethodReference { Name: "Add", Parameters.Count: 1, DeclaringType: GenericInstanceType { GenericArguments.Count: 1 } type }
        && type.ElementType.FullName == "System.Collections.Generic.List`1";
}
