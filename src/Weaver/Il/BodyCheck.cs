using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>Re-checks an edited body against the one it was made from.</summary>
internal static class BodyCheck
{
    /// <summary>
    /// Throws <see cref="MalformedBodyException"/> unless the stack is right everywhere, every instruction that was there finds as many values
    /// as before, and every branch and handler bound is an instruction of the body.
    /// </summary>
    public static void Verify(MethodIl il, StackFlow before)
    {
        StackFlow after = StackFlow.Of(il);
        var present = new HashSet<Instruction>(il.Instructions);

        foreach (Instruction instruction in il.Instructions)
        {
            if (before.Contains(instruction) && before.Depth(instruction) != after.Depth(instruction))
                throw new MalformedBodyException($"the stack held {before.Depth(instruction)} values and holds {after.Depth(instruction)}", instruction);
            if (!Branches.Targets(instruction).All(present.Contains))
                throw new MalformedBodyException("a branch leads out of the body", instruction);
        }

        foreach (ExceptionHandler handler in il.Handlers)
        {
            foreach (Instruction? bound in new[] { handler.TryStart, handler.TryEnd, handler.HandlerStart, handler.HandlerEnd, handler.FilterStart })
            {
                if (bound is not null && !present.Contains(bound)) throw new MalformedBodyException("an exception handler's bound is not in the body", bound);
            }
        }
    }
}
