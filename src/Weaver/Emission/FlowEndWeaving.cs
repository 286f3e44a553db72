using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning;

namespace Weft.Fody.Emission;

/// <summary>
/// Weaves the ends of flows: behind the call its result is marked. Where one operand alone brings records, it is kept in a local, because only at run time it
/// tells whether anybody traced it; the operands above it on the stack go through locals of their own.
/// </summary>
internal sealed class FlowEndWeaving(WovenRuntime runtime, WovenCalls calls)
{
    public void Weave(MethodIl il, FlowEnd site, IReadOnlyList<Instruction> handle)
    {
        EndingCall end = site.End;
        if (!end.IsOnlyOne)
        {
            IEnumerable<Instruction> unknown = end.Shape == ResultShape.Direct ? [] : [Instruction.Create(OpCodes.Ldnull)];
            MethodDefinition cut = end.Shape == ResultShape.Direct ? runtime.Cut : CutOf(end.Shape);
            il.Append(site.Call, [.. unknown, .. handle, Call(cut, end)]);
            return;
        }

        VariableDefinition[] locals = end.Operands.Skip(end.RecordOperand).Select(il.AddLocal).ToArray();
        List<Instruction> prefix = [.. locals.Skip(1).Reverse().Select(local => Instruction.Create(OpCodes.Stloc, local))];
        prefix.Add(Instruction.Create(OpCodes.Dup));
        prefix.Add(Instruction.Create(OpCodes.Stloc, locals[0]));
        prefix.AddRange(locals.Skip(1).Select(local => Instruction.Create(OpCodes.Ldloc, local)));
        il.Surround(site.Call, prefix, [Instruction.Create(OpCodes.Ldloc, locals[0]), .. handle, Call(CutOf(end.Shape), end)]);
    }

    private MethodDefinition CutOf(ResultShape shape) => shape switch
    {
        ResultShape.Task => runtime.CutTask,
        ResultShape.ValueTask => runtime.CutValueTask,
        _ => runtime.CutFrom,
    };

    private Instruction Call(MethodDefinition cut, EndingCall end) => Instruction.Create(OpCodes.Call, calls.To(cut, [end.Result]));
}
