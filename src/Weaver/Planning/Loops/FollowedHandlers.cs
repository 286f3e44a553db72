using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Mapping;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Loops;

/// <summary>Pass: the methods and lambdas that are delegates of dataflow blocks, and that put records in.</summary>
// Design: which record such a method is given is found in the execution unit, wherever it was called from. So it is enough to know that it may be a delegate of a block: one made in a method that makes a block.
internal sealed class FollowedHandlers
{
    private const string Blocks = "System.Threading.Tasks.Dataflow";

    private readonly HashSet<MethodDefinition> _bodies = [];

    public static FollowedHandlers Run(IReadOnlyList<MethodDefinition> methods, HandOverMap handOvers)
    {
        var handlers = new FollowedHandlers();
        HashSet<MethodDefinition>? woven = null;
        foreach (MethodDefinition method in methods)
        {
            if (!method.Body.Instructions.Any(MakesBlock)) continue;
            woven ??= [.. methods];
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (instruction.OpCode.Code is not (Code.Ldftn or Code.Ldvirtftn) || ((MethodReference)instruction.Operand).Resolve() is not { HasBody: true } handler || StateMachine.IsIterator(handler)) continue;
                MethodDefinition body = StateMachine.Of(handler)?.Resolve()?.Methods.FirstOrDefault(m => m.Name == "MoveNext") ?? handler;
                if (woven.Contains(body) && body.Body.Instructions.Any(i => handOvers.Find(i) is { IsPut: true })) handlers._bodies.Add(body);
            }
        }
        return handlers;
    }

    /// <summary>Whether a method is the body of such a delegate.</summary>
    public bool IsHandler(MethodDefinition method) => _bodies.Contains(method);

    private static bool MakesBlock(Instruction instruction) => instruction.OpCode.Code == Code.Newobj
        && instruction.Operand is MethodReference { DeclaringType: GenericInstanceType { ElementType: { Namespace: Blocks, Name: "ActionBlock`1" or "TransformBlock`2" or "TransformManyBlock`2" } } };
}
