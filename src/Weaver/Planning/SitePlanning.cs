using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Reporting;
using Weft.Fody.Source;

namespace Weft.Fody.Planning;

/// <summary>Pass: a plan for each method that calls an operator, ends a flow, or adds to lists in loops over records. Edits nothing.</summary>
internal sealed class SitePlanning(OperatorMap operators, FlowEnds flowEnds, BuildLog log)
{
    private readonly MethodNames _methods = new();

    public IReadOnlyList<MethodPlan> Run(IEnumerable<MethodDefinition> methods)
    {
        var plans = new List<MethodPlan>();
        foreach (MethodDefinition method in methods)
        {
            log.Guard(method, () =>
            {
                if (Plan(method) is { } plan) plans.Add(plan);
            });
        }
        return plans;
    }

    private MethodPlan? Plan(MethodDefinition method)
    {
        var il = new MethodIl(method);
        IReadOnlyDictionary<Instruction, MappedOperator> redirects = OperatorCalls.Find(il, operators);
        IReadOnlyDictionary<Instruction, EndingCall> ends = flowEnds.Find(il, redirects);
        StackFlow? walked = null;
        IReadOnlyDictionary<Instruction, FollowedAdd> adds = LoopAdds.Find(il, () => walked = StackFlow.Of(il));
        if (redirects.Count == 0 && ends.Count == 0 && adds.Count == 0) return null;

        StackFlow flow = walked ?? StackFlow.Of(il);
        var description = new SiteDescription(il, flow, redirects, _methods);
        var sites = new List<PlannedSite>();
        foreach (Instruction call in il.Instructions)
        {
            if (adds.TryGetValue(call, out FollowedAdd? add))
            {
                sites.Add(description.LoopAdd(call, add));
                continue;
            }
            bool isRedirect = redirects.TryGetValue(call, out MappedOperator? mapped);
            bool isEnd = ends.TryGetValue(call, out EndingCall? end);
            if (!isRedirect && !isEnd) continue;
            if (call.Previous?.OpCode.Code == Code.Tail) throw new MalformedBodyException("a tail call cannot be woven", call);
            sites.Add(isRedirect ? description.Redirect(call, mapped!) : description.FlowEnd(call, end!));
        }
        return new MethodPlan(il, flow, sites);
    }
}
