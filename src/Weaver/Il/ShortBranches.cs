using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>Short branches carry a signed byte: after an insertion some no longer reach.</summary>
internal static class ShortBranches
{
    private static readonly Dictionary<Code, OpCode> _longForms = new()
    {
        [Code.Br_S] = OpCodes.Br,
        [Code.Brfalse_S] = OpCodes.Brfalse,
        [Code.Brtrue_S] = OpCodes.Brtrue,
        [Code.Beq_S] = OpCodes.Beq,
        [Code.Bge_S] = OpCodes.Bge,
        [Code.Bgt_S] = OpCodes.Bgt,
        [Code.Ble_S] = OpCodes.Ble,
        [Code.Blt_S] = OpCodes.Blt,
        [Code.Bne_Un_S] = OpCodes.Bne_Un,
        [Code.Bge_Un_S] = OpCodes.Bge_Un,
        [Code.Bgt_Un_S] = OpCodes.Bgt_Un,
        [Code.Ble_Un_S] = OpCodes.Ble_Un,
        [Code.Blt_Un_S] = OpCodes.Blt_Un,
        [Code.Leave_S] = OpCodes.Leave,
    };

    /// <summary>Gives the long form to every short branch that does not reach. Widening one can push another out of reach, so until nothing changes.</summary>
    public static void Widen(MethodBody body)
    {
        while (WidenOnce(body))
        {
        }
    }

    private static bool WidenOnce(MethodBody body)
    {
        Dictionary<Instruction, int> offsets = Offsets(body);
        bool widened = false;
        foreach (Instruction instruction in body.Instructions)
        {
            if (instruction.OpCode.OperandType != OperandType.ShortInlineBrTarget) continue;
            int displacement = offsets[(Instruction)instruction.Operand] - (offsets[instruction] + instruction.GetSize());
            if (displacement is >= sbyte.MinValue and <= sbyte.MaxValue) continue;
            instruction.OpCode = _longForms[instruction.OpCode.Code];
            widened = true;
        }
        return widened;
    }

    private static Dictionary<Instruction, int> Offsets(MethodBody body)
    {
        var offsets = new Dictionary<Instruction, int>(body.Instructions.Count);
        int offset = 0;
        foreach (Instruction instruction in body.Instructions)
        {
            offsets.Add(instruction, offset);
            offset += instruction.GetSize();
        }
        return offsets;
    }
}
