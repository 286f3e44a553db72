using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Source;

namespace Weft.Fody.Selection;

/// <summary>The methods that the compiler made out of a method's body: its lambdas, local functions and state machines, and theirs.</summary>
internal static class GeneratedOwnership
{
    /// <summary>
    /// <paramref name="method"/> and everything made from it. Found by following the references in the bodies: names tell the method's name, but
    /// not which overload.
    /// </summary>
    public static HashSet<MethodDefinition> Of(MethodDefinition method)
    {
        var owned = new HashSet<MethodDefinition>();
        var open = new Stack<MethodDefinition>();
        open.Push(method);
        while (open.Count > 0)
        {
            MethodDefinition next = open.Pop();
            if (!owned.Add(next)) continue;
            foreach (MethodDefinition made in MadeFrom(next)) open.Push(made);
        }
        return owned;
    }

    private static IEnumerable<MethodDefinition> MadeFrom(MethodDefinition method)
    {
        if (StateMachine.Of(method)?.Resolve() is { } stateMachine)
        {
            foreach (MethodDefinition part in stateMachine.Methods) yield return part;
        }
        if (!method.HasBody) yield break;

        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (instruction.Operand is MethodReference reference && IsGenerated(reference) && reference.Module == method.Module && reference.Resolve() is { } made && made.Module == method.Module)
                yield return made;
        }
    }

    private static bool IsGenerated(MethodReference reference) =>
        GeneratedNames.IsGenerated(reference.Name) || GeneratedNames.IsGenerated(reference.DeclaringType.Name);
}
