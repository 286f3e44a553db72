using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning;

namespace Weft.Fody.Emission;

/// <summary>Weaves the ends of methods that tell their callers which records their results are made of.</summary>
internal sealed class ReturnWeaving(MethodIl il, LoopWeaving loops, WovenRuntime runtime, WovenCalls calls)
{
    private VariableDefinition? _state;

    public void Weave(ReturnSite site, IReadOnlyList<Instruction> handle)
    {
        List<Instruction> record = loops.Record(site.Told.Records, handle);
        if (record.Count == 0) record.Add(Call(runtime.NoRecord));
        else if (site.Told.IsKept) record.AddRange([.. Copies.Of(handle), Call(runtime.Kept)]);
        Instruction state = site.Told.Body.IsStateMachine ? Instruction.Create(OpCodes.Ldloc, State()) : Constants.Load(GivenRecord.NotBegun);
        Instruction[] code = [.. record, state, Constants.Load(site.Told.Body.Number), Call(runtime.GiveBack)];
        if (site.Told.Body.IsStateMachine) il.Surround(site.Call, code, []);
        else il.Prepend(site.Call, code);
    }

    // Whether the method has waited: what it tells then nobody would take.
    private VariableDefinition State()
    {
        if (_state is not null) return _state;
        _state = il.AddLocal(il.Method.Module.TypeSystem.Int32);
        il.Prepend([.. GivenRecord.LoadState(il.Method.DeclaringType), Instruction.Create(OpCodes.Stloc, _state)]);
        return _state;
    }

    private Instruction Call(MethodDefinition woven) => Instruction.Create(OpCodes.Call, calls.To(woven, []));
}
