using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>Instructions anew: one that stands in a body cannot stand there again.</summary>
internal static class Copies
{
    public static Instruction[] Of(IReadOnlyList<Instruction> instructions) => instructions.Select(Of).ToArray();

    private static Instruction Of(Instruction instruction)
    {
        Instruction copy = Instruction.Create(OpCodes.Nop);
        copy.OpCode = instruction.OpCode;
        copy.Operand = instruction.Operand;
        return copy;
    }
}
