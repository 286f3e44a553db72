using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>Where control goes behind an instruction.</summary>
internal static class Branches
{
    public static IReadOnlyList<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    public static bool NeverFallsThrough(Instruction instruction) =>
        instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw
        || instruction.OpCode.Code is Code.Jmp;
}
