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
    /// <summary>Keeps the collections; before any other edit.</summary>
    public void Prepare(IEnumerable<PlannedSite> sites)
    {
        foreach (PlannedSite site in sites)
        {
            if (site is FillSite { Filled.GivesIt: false } fill) loops.Holders.Keep(fill.Call, 0, fill.Filled.Collections);
            else if (site is TakeCall { Take.Holder: not null } take) loops.Holders.Keep(take.Call);
            else if (site is CopySite copy)
            {
                if (copy.Copy.To.Count > 0) loops.Holders.Keep(copy.Call, 0, copy.Copy.To);
                loops.Holders.Keep(copy.Call, 1, copy.Copy.From);
            }
        }
    }

    public void Weave(CopySite site, IReadOnlyList<Instruction> handle) => il.Append(site.Call,
    [
        .. site.Copy.Box is { } box ? [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Box, box)] : new[] { site.Copy.IsOfThis ? Instruction.Create(OpCodes.Ldarg_0) : Instruction.Create(OpCodes.Ldloc, loops.Holders.Of(site.Call)) },
        Instruction.Create(OpCodes.Ldloc, loops.Holders.Of(site.Call, 1)), .. Copies.Of(handle), Instruction.Create(OpCodes.Call, calls.To(runtime.Copied, [])),
    ]);

    public void Weave(FillSite site, IReadOnlyList<Instruction> handle)
    {
        Instruction[] collection = !site.Filled.GivesIt ? [Instruction.Create(OpCodes.Ldloc, loops.Holders.Of(site.Call))]
            : site.Filled.Box is { } box ? [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Box, box)] : [Instruction.Create(OpCodes.Dup)];
        il.Append(site.Call, [.. collection, .. loops.Record(site.Filled.Loops, handle), .. Copies.Of(handle), Instruction.Create(OpCodes.Call, calls.To(runtime.FillOf, []))]);
    }

    public void Weave(HandSite site, IReadOnlyList<Instruction> handle)
    {
        List<Instruction> prefix = loops.Record(site.Handed.Loops, handle);
        if (prefix.Count == 0) prefix.Add(Instruction.Create(OpCodes.Call, calls.To(runtime.NoRecord, []))); // so that one which an exception kept is not taken for this call's
        if (site.Handed.IsKept) prefix.AddRange([.. Copies.Of(handle), Instruction.Create(OpCodes.Call, calls.To(runtime.Kept, []))]);
        if (site.Handed.IsOfLambda) prefix.AddRange([.. Copies.Of(handle), Instruction.Create(OpCodes.Call, calls.To(runtime.OfLambda, []))]);
        prefix.AddRange([Constants.Load(site.Handed.Method), Instruction.Create(OpCodes.Call, calls.To(runtime.Hand, []))]);
        il.Surround(site.Call, prefix, [Instruction.Create(OpCodes.Call, calls.To(runtime.TakeBack, []))]);
    }
}
