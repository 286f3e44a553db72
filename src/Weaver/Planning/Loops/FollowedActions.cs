using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Loops;

// Design: a lambda's body is a method of its own, so that the loop and what is added in it are found in two methods. They belong together where the lambda is
// written in the call of ForEach itself: then nobody else has its delegate, and on a thread that is in the lambda the innermost ForEach is its own.

/// <summary>Pass: the calls of <c>ForEach</c> that are given a lambda which adds to lists (or a list's <c>Add</c> itself), and those lambdas.</summary>
internal sealed class FollowedActions
{
    private readonly HashSet<Instruction> _calls = [];
    private readonly HashSet<MethodDefinition> _lambdas = [];

    private readonly WovenRuntime _runtime;

    private FollowedActions(WovenRuntime runtime) => _runtime = runtime;

    public static FollowedActions Run(IReadOnlyList<MethodDefinition> methods, WovenRuntime runtime, HandOverMap handOvers, CapturedVariables captures)
    {
        var actions = new FollowedActions(runtime);
        HashSet<MethodDefinition>? woven = null;
        foreach (MethodDefinition method in methods)
        {
            foreach (Instruction call in method.Body.Instructions)
            {
                if (!IsForEach(call) || call.Previous?.OpCode.Code == Code.Tail || ActionOf(call) is not { } action) continue;
                if (IsAddOf(action, ItemOf(call)))
                {
                    actions._calls.Add(call);
                }
                else if (GeneratedNames.IsGenerated(action.Name) && GeneratedNames.LocalFunction(action.Name) is null && action.Resolve() is { HasBody: true } lambda
                    && (woven ??= [.. methods]).Contains(lambda) && lambda.Body.Instructions.Any(i => handOvers.Find(i) is { IsPut: true } || IsForEach(i) || captures.IsStore(i)))
                {
                    actions._calls.Add(call);
                    actions._lambdas.Add(lambda);
                }
            }
        }
        return actions;
    }

    /// <summary>Whether an instruction is such a call.</summary>
    public bool Follows(Instruction instruction) => _calls.Contains(instruction);

    /// <summary>Whether a method is such a lambda.</summary>
    public bool IsAction(MethodDefinition method) => _lambdas.Contains(method);

    /// <summary>The method of <c>Woven</c> that takes the place of a call of <c>ForEach</c>.</summary>
    public MethodDefinition TargetOf(Instruction forEach) => ((MethodReference)forEach.Operand).DeclaringType.GetElementType().Name switch
    {
        "Array" => _runtime.ForEachOfArray,
        "ImmutableList`1" => _runtime.ForEachOfImmutable,
        _ => _runtime.ForEach,
    };

    /// <summary>The type of the records that a call of <c>ForEach</c> reads.</summary>
    private static TypeReference ItemOf(Instruction forEach) => forEach.Operand is GenericInstanceMethod ofArray
        ? ofArray.GenericArguments[0]
        : ((GenericInstanceType)((MethodReference)forEach.Operand).DeclaringType).GenericArguments[0];

    private static bool IsForEach(Instruction instruction)
    {
        if (instruction.Operand is not MethodReference { Name: "ForEach" } called) return false;
        return instruction.OpCode.Code switch
        {
            Code.Callvirt => called.DeclaringType is GenericInstanceType { ElementType.FullName: "System.Collections.Generic.List`1" or "System.Collections.Immutable.ImmutableList`1" },
            Code.Call => called is GenericInstanceMethod { DeclaringType.FullName: "System.Array" },
            _ => false,
        };
    }

    // The method of the delegate that stands right before the call: new, or new and kept in a field for the next time, by way of a local or not.
    private static MethodReference? ActionOf(Instruction call)
    {
        Instruction? made = call.Previous;
        if (made?.OpCode.Code == Code.Stsfld) made = BehindDup(made);
        else if (made?.Previous is { OpCode.Code: Code.Stfld } kept && kept.Previous?.Previous is { OpCode.Code: Code.Dup } dup) made = dup.Previous;
        return made?.OpCode.Code == Code.Newobj && made.Previous is { OpCode.Code: Code.Ldftn or Code.Ldvirtftn } address ? (MethodReference)address.Operand : null;
    }

    private static Instruction? BehindDup(Instruction store) => store.Previous is { OpCode.Code: Code.Dup } dup ? dup.Previous : null;

    private static bool IsAddOf(MethodReference action, TypeReference item) =>
        LoopCalls.IsAdd(action) && TypeMatch.Same(((GenericInstanceType)action.DeclaringType).GenericArguments[0], item);
}
