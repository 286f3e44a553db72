using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning;

namespace Weft.Fody.Emission;

/// <summary>
/// Weaves what puts records into collections where nobody follows it, and the calls of methods that put in what they are given. The collection is kept in a local where it is put
/// on the stack, and told behind what fills it.
/// </summary>
internal sealed class FillWeaving(MethodIl il, LoopWeaving loops, WovenRuntime runtime, WovenCalls calls)
{
    private readonly Dictionary<Instruction, VariableDefinition> _collections = [];

    /// <summary>Keeps the collections; before any other edit, so that it stands behind all that is done where they come from.</summary>
    public void Prepare(IEnumerable<PlannedSite> sites)
    {
        foreach (FillSite site in sites.OfType<FillSite>().Where(site => !site.Filled.GivesIt))
        {
            VariableDefinition collection = il.AddLocal(il.Method.Module.TypeSystem.Object);
            _collections.Add(site.Call, collection);
            foreach (Instruction producer in site.Filled.Collections) il.Append(producer, [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, collection)]);
        }
    }

    public void Weave(FillSite site, IReadOnlyList<Instruction> handle)
    {
        Instruction collection = site.Filled.GivesIt ? Instruction.Create(OpCodes.Dup) : Instruction.Create(OpCodes.Ldloc, _collections[site.Call]);
        il.Append(site.Call, [collection, .. loops.Record(site.Filled.Loops, handle), .. Copies.Of(handle), Instruction.Create(OpCodes.Call, calls.To(runtime.FillOf, []))]);
    }

    public void Weave(HandSite site, IReadOnlyList<Instruction> handle)
    {
        List<Instruction> prefix = loops.Record(site.Handed.Loops, handle);
        if (site.Handed.IsKept) prefix.AddRange([.. Copies.Of(handle), Instruction.Create(OpCodes.Call, calls.To(runtime.Kept, []))]);
        prefix.AddRange([Constants.Load(site.Handed.Method), Instruction.Create(OpCodes.Call, calls.To(runtime.Hand, []))]);
        il.Surround(site.Call, prefix, [Instruction.Create(OpCodes.Call, calls.To(runtime.TakeBack, []))]);
    }
}
