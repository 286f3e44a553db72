using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning;

namespace Weft.Fody.Emission;

/// <summary>Weaves the stores of captured variables: behind each the record of the value is stored in the closure, too.</summary>
internal sealed class CaptureWeaving(MethodIl il, StackFlow flow, LoopWeaving loops, CapturedRecords records, WovenRuntime runtime, WovenCalls calls)
{
    private readonly Dictionary<Instruction, Instruction[]> _closures = []; // what loads each again

    /// <summary>Keeps the closures where nothing else does; before any other edit.</summary>
    public void Prepare(IEnumerable<PlannedSite> sites)
    {
        foreach (CaptureSite site in sites.OfType<CaptureSite>())
        {
            IReadOnlyList<Instruction> producers = flow.Producers(site.Call, 0);
            if (producers.Count == 1 && LoadAgain(producers[0]) is { } load)
            {
                _closures.Add(site.Call, load);
                continue;
            }
            VariableDefinition local = il.AddLocal(site.Variable.DeclaringType);
            _closures.Add(site.Call, [Instruction.Create(OpCodes.Ldloc, local)]);
            foreach (Instruction producer in producers) il.Append(producer, [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, local)]);
        }
    }

    public void Weave(CaptureSite site, IReadOnlyList<Instruction> handle)
    {
        List<Instruction> record = loops.Record(site.Store.Loops, handle);
        if (record.Count == 0) record.Add(Instruction.Create(OpCodes.Call, calls.To(runtime.NoRecord, [])));
        else if (site.Store.IsKept) record.AddRange([.. Copies.Of(handle), Instruction.Create(OpCodes.Call, calls.To(runtime.Kept, []))]);
        il.Append(site.Call, [.. _closures[site.Call], .. record, Instruction.Create(OpCodes.Stfld, records.Beside(site.Variable))]);
    }

    // A closure in a local, an argument, or a field of a state machine or of another closure stays there.
    private Instruction[]? LoadAgain(Instruction load)
    {
        if (load.OpCode.Code is Code.Ldloca or Code.Ldloca_S or Code.Ldarg_0 || Operands.LoadedLocal(load, il.Method) is not null || Operands.LoadedParameter(load, il.Method) is not null) return [.. Copies.Of([load])];
        return load.OpCode.Code is Code.Ldfld or Code.Ldflda && flow.Producers(load, 0) is { Count: 1 } holders && LoadAgain(holders[0]) is { } holder ? [.. holder, .. Copies.Of([load])] : null;
    }
}
