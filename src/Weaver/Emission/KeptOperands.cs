using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Emission;

/// <summary>Keeps objects that an instruction takes from the stack in locals, where they are put on it.</summary>
// Design: before any other edit, so that the store stands behind all that is done where the object comes from.
internal sealed class KeptOperands(MethodIl il, StackFlow flow)
{
    private readonly Dictionary<(Instruction, int), VariableDefinition> _locals = [];

    /// <summary>Keeps an operand.</summary>
    public void Keep(Instruction consumer, int operand = 0) => Keep(consumer, operand, flow.Producers(consumer, operand));

    /// <summary>Keeps what these instructions give, under the name of an operand.</summary>
    /// <param name="consumer">The instruction that takes it.</param>
    /// <param name="operand">The operand.</param>
    /// <param name="producers">The instructions.</param>
    /// <param name="box">The type of the struct, where they give its address.</param>
    public void Keep(Instruction consumer, int operand, IReadOnlyList<Instruction> producers, TypeReference? box = null)
    {
        if (_locals.ContainsKey((consumer, operand))) return;
        VariableDefinition local = il.AddLocal(il.Method.Module.TypeSystem.Object);
        _locals.Add((consumer, operand), local);
        foreach (Instruction producer in producers) il.Append(producer, [Instruction.Create(OpCodes.Dup), .. box is null ? [] : new[] { Instruction.Create(OpCodes.Ldobj, box), Instruction.Create(OpCodes.Box, box) }, Instruction.Create(OpCodes.Stloc, local)]);
    }

    /// <summary>Whether an operand is kept.</summary>
    public bool Contains(Instruction consumer, int operand = 0) => _locals.ContainsKey((consumer, operand));

    /// <summary>The local that keeps it.</summary>
    public VariableDefinition Of(Instruction consumer, int operand = 0) => _locals[(consumer, operand)];
}
